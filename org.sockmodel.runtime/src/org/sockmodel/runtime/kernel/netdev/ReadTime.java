package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.skb.PacketMemory;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * How long it takes to copy what was received to a reader, by where the packet's cache lines are. What a CPU touches
 * for a packet (the sk_buff, the data's pages, the socket and what its user keeps for it) leaves the CPU's own caches
 * with the packets after it.
 *
 * <p>Cost: constant; allocates nothing.
 */
public final class ReadTime {

  /** As many as have room in a second level cache of 512 KiB to 1 MiB, with 16 to 32 KiB for each. */
  private static final int CACHED_PACKETS = 32;

  private final double copyNsPerByte;
  private final double remoteNsPerByte;
  private final double coldPacketNs;
  private final SoftnetStat[] stats;

  /**
   * @param profile what a byte takes to copy, and what more it and the packet take where a model says so
   * @param stats one a CPU
   */
  public ReadTime(PathProfile profile, SoftnetStat[] stats) {
    copyNsPerByte = profile.copyNsPerByte();
    remoteNsPerByte = profile.remoteCopyNsPerByte();
    coldPacketNs = profile.coldPacketNs();
    this.stats = stats;
  }

  /**
   * The time of so many bytes of a packet.
   *
   * @param begins whether they are the packet's first ones
   */
  public long ns(SkBuff skb, long bytes, boolean begins, Cpu reader) {
    PacketMemory memory = skb.memory();
    boolean remote = memory.allocCpu() >= 0 && memory.allocCpu() != reader.id();
    double ns = bytes * (remote ? copyNsPerByte + remoteNsPerByte : copyNsPerByte);
    return Math.round(begins && isCold(memory, reader) ? ns + skb.gsoSegments() * coldPacketNs : ns);
  }

  private boolean isCold(PacketMemory memory, Cpu reader) {
    int cpu = memory.protocolCpu();
    return cpu >= 0 && (cpu != reader.id() || stats[cpu].processed - memory.number() >= CACHED_PACKETS);
  }
}

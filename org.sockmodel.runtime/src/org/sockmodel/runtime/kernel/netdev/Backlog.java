package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;

/** One CPU's queue of packets that no driver polls: {@code softnet_data.input_pkt_queue} and its NAPI context. */
public final class Backlog extends NapiStruct {

  private final SkBuffHead queue = new SkBuffHead();
  private final int maxPackets;
  private final KernelFunction poll;
  private long dropped;

  /**
   * @param noDevice what a trace shows instead of a device's name
   * @param weightPackets {@code net.core.dev_weight}
   * @param maxPackets {@code net.core.netdev_max_backlog}
   */
  public Backlog(long address, int noDevice, int weightPackets, int maxPackets, KernelFunction poll) {
    super(address, noDevice, weightPackets);
    this.maxPackets = maxPackets;
    this.poll = poll;
  }

  /** {@code enqueue_to_backlog}: false if the queue is full and the packet is not taken. */
  boolean add(SkBuff skb) {
    if (queue.length() >= maxPackets) {
      dropped++;
      return false;
    }
    queue.add(skb);
    return true;
  }

  /** Packets not taken: {@code dropped} of {@code /proc/net/softnet_stat}. */
  public long droppedPackets() {
    return dropped;
  }

  @Override
  public KernelFunction poll() {
    return poll;
  }

  /**
   * {@code process_backlog}, {@code net/core/dev.c}. {@code self}: the {@link Backlog}; locals: {@code n} budget left,
   * {@code m} packets taken.
   */
  public static final class Process extends KernelFunction {

    private static final int BEGIN = 0;
    private static final int NEXT = 1;

    private final Path path;
    private final KernelFunction receive;

    /**
     * @param receive takes a packet from here to the protocols
     */
    public Process(Path[] paths, KernelFunction receive) {
      super("process_backlog");
      path = paths[PathPoint.PROCESS_BACKLOG.ordinal()];
      this.receive = receive;
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      Backlog backlog = (Backlog) frame.self;
      if (frame.pc == BEGIN) {
        cpu.walk(frame, path, NEXT);
        return;
      }
      SkBuff skb = frame.n > 0 ? backlog.queue.poll() : null;
      if (skb != null) {
        frame.n--;
        frame.m++;
        cpu.call(frame, receive, skb, NEXT);
        return;
      }
      if (frame.n > 0) {
        backlog.complete();
      }
      cpu.ret(frame, frame.m);
    }
  }
}

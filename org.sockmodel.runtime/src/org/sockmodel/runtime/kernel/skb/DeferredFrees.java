package org.sockmodel.runtime.kernel.skb;

import java.util.stream.Stream;
import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Path;

/**
 * Packets that another CPU has read and left to the CPU whose memory they are from: {@code softnet_data.defer_list},
 * {@code skb_attempt_defer_free}, {@code net/core/skbuff.c}. All operations O(1).
 */
public final class DeferredFrees {

  private final Path freeNapiCache;
  private final Path deferFree;
  private final SkbReleaseData releaseData;
  private final SkBuffHead[] lists;
  private final boolean defers;

  /**
   * @param releaseData frees for good
   * @param defers whether this kernel defers at all; otherwise every packet is freed where it was read
   */
  public DeferredFrees(int cpus, Path[] paths, SkbReleaseData releaseData, boolean defers) {
    freeNapiCache = CallPoint.SKB_FREE_NAPI_CACHE.in(paths);
    deferFree = CallPoint.SKB_DEFER_FREE.in(paths);
    this.releaseData = releaseData;
    this.defers = defers;
    lists = Stream.generate(SkBuffHead::new).limit(cpus).toArray(SkBuffHead[]::new);
  }

  /** Frees a packet on {@code cpu}, or leaves that to the packet's own CPU. */
  public void free(SkBuff skb, Cpu cpu) {
    if (!defers || skb.memory().allocCpu() < 0 || skb.memory().allocCpu() == cpu.id()) {
      if (defers && !skb.isClone()) {
        cpu.enter(freeNapiCache);
      }
      releaseData.consumed(cpu, skb);
    } else {
      cpu.enter(deferFree);
      lists[skb.memory().allocCpu()].add(skb);
    }
  }

  /** A packet that others left to {@code cpu}, or null; the caller frees it with {@link #release}. */
  public SkBuff poll(int cpu) {
    return lists[cpu].poll();
  }

  /** {@code napi_consume_skb}. */
  public void release(Cpu cpu, SkBuff skb) {
    releaseData.consumed(cpu, skb);
  }
}

package org.sockmodel.runtime.kernel.skb;

import java.util.stream.Stream;

/**
 * Packets that another CPU has read and left to the CPU whose memory they are from: {@code softnet_data.defer_list},
 * {@code skb_attempt_defer_free}, {@code net/core/skbuff.c}. All operations O(1).
 */
public final class DeferredFrees {

  private final SkBuffPool pool;
  private final SkBuffHead[] lists;
  private final boolean defers;

  /**
   * @param defers whether this kernel defers at all; otherwise every packet is freed where it was read
   */
  public DeferredFrees(int cpus, SkBuffPool pool, boolean defers) {
    this.pool = pool;
    this.defers = defers;
    lists = Stream.generate(SkBuffHead::new).limit(cpus).toArray(SkBuffHead[]::new);
  }

  /** Frees a packet on {@code cpu}, or leaves that to the packet's own CPU. */
  public void free(SkBuff skb, int cpu) {
    if (!defers || skb.allocCpu() < 0 || skb.allocCpu() == cpu) {
      pool.free(skb);
    } else {
      lists[skb.allocCpu()].add(skb);
    }
  }

  /** A packet that others left to {@code cpu}, or null; the caller frees it with {@link SkBuffPool#free}. */
  public SkBuff poll(int cpu) {
    return lists[cpu].poll();
  }

  public void release(SkBuff skb) {
    pool.free(skb);
  }
}

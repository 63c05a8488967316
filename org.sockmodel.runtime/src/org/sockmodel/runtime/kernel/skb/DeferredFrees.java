package org.sockmodel.runtime.kernel.skb;

import java.util.stream.Stream;
import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;

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
  private final int flushLocation;

  /**
   * @param names learns the function that flushes
   * @param releaseData frees for good
   * @param defers whether this kernel defers at all; otherwise every packet is freed where it was read
   */
  public DeferredFrees(int cpus, Path[] paths, Names names, SkbReleaseData releaseData, boolean defers) {
    freeNapiCache = CallPoint.SKB_FREE_NAPI_CACHE.in(paths);
    deferFree = CallPoint.SKB_DEFER_FREE.in(paths);
    this.releaseData = releaseData;
    this.defers = defers;
    flushLocation = names.intern("skb_defer_free_flush");
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

  /** {@code skb_defer_free_flush}: frees what other CPUs have left to this one. */
  public void flush(Cpu cpu) {
    SkBuff skb = lists[cpu.id()].poll();
    while (skb != null) {
      cpu.trace().fire(ConsumeSkb.TRACEPOINT, skb.address(), flushLocation);
      releaseData.consumed(cpu, skb);
      skb = lists[cpu.id()].poll();
    }
  }
}

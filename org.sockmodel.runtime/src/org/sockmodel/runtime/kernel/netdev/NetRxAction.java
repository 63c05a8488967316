package org.sockmodel.runtime.kernel.netdev;

import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.DeferredFrees;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.softirq.Softirqs;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;
import org.sockmodel.runtime.trace.NetTracepoints.NapiPoll;

/**
 * {@code net_rx_action}, {@code net/core/dev.c}: polls what is scheduled on this CPU until nothing is left, or the
 * budget of packets or of time is used up; then it raises itself again. Locals: {@code n} budget left, {@code k} when
 * the time is over.
 */
public final class NetRxAction extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int FLUSH = 1;
  private static final int NEXT = 2;
  private static final int POLL = 3;
  private static final int POLLED = 4;

  private final Path begin;
  private final Path napiPoll;
  private final Softirqs softirqs;
  private final DeferredFrees frees;
  private final int freeLocation;
  private final List<ArrayDeque<NapiStruct>> pollLists;
  private final long[] timeSqueezes;
  private final int budgetPackets;
  private final long budgetNs;

  /**
   * @param budgetPackets {@code net.core.netdev_budget}
   * @param budgetNs {@code net.core.netdev_budget_usecs}, in ns
   */
  public NetRxAction(int cpus, Path[] paths, Softirqs softirqs, DeferredFrees frees, Names names, int budgetPackets,
      long budgetNs) {
    super("net_rx_action");
    begin = paths[PathPoint.NET_RX_ACTION.ordinal()];
    napiPoll = paths[PathPoint.NAPI_POLL.ordinal()];
    this.softirqs = softirqs;
    this.frees = frees;
    freeLocation = names.intern("skb_defer_free_flush");
    this.budgetPackets = budgetPackets;
    this.budgetNs = budgetNs;
    pollLists = Stream.generate(ArrayDeque<NapiStruct>::new).limit(cpus).toList();
    timeSqueezes = new long[cpus];
  }

  /** {@code ____napi_schedule}: puts a poll on this CPU's list, unless it is on one, and raises the softirq. */
  public void schedule(Cpu cpu, NapiStruct napi) {
    if (!napi.scheduled) {
      napi.scheduled = true;
      pollLists.get(cpu.id()).add(napi);
      softirqs.raise(cpu, Softirqs.NET_RX);
    }
  }

  /** {@code time_squeeze} of {@code /proc/net/softnet_stat}: how often the budget ended a run. */
  public long timeSqueezes(int cpu) {
    return timeSqueezes[cpu];
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> {
        frame.n = budgetPackets;
        frame.k = cpu.nowNs() + budgetNs;
        cpu.walk(frame, begin, FLUSH);
      }
      case FLUSH -> flushDeferredFrees(cpu, frame);
      case NEXT -> next(cpu, frame);
      case POLL -> {
        NapiStruct napi = (NapiStruct) frame.self;
        cpu.call(frame, napi.poll(), napi, POLLED).n = napi.weightPackets();
      }
      default -> polled(cpu, frame);
    }
  }

  /** {@code skb_defer_free_flush}: frees what other CPUs have left to this one. */
  private void flushDeferredFrees(Cpu cpu, Frame frame) {
    SkBuff skb = frees.poll(cpu.id());
    while (skb != null) {
      cpu.trace().fire(ConsumeSkb.TRACEPOINT, skb.address(), freeLocation);
      frees.release(skb);
      skb = frees.poll(cpu.id());
    }
    frame.pc = NEXT;
  }

  private void next(Cpu cpu, Frame frame) {
    NapiStruct napi = pollLists.get(cpu.id()).poll();
    if (napi == null) {
      cpu.ret(frame, 0);
    } else {
      frame.self = napi;
      cpu.walk(frame, napiPoll, POLL);
    }
  }

  private void polled(Cpu cpu, Frame frame) {
    NapiStruct napi = (NapiStruct) frame.self;
    long work = cpu.result();
    cpu.trace().fire(NapiPoll.TRACEPOINT, napi.address(), napi.deviceName(), work, napi.weightPackets());
    if (napi.scheduled) {
      pollLists.get(cpu.id()).add(napi);
    }
    frame.n -= work;
    frame.pc = NEXT;
    if (!pollLists.get(cpu.id()).isEmpty() && (frame.n <= 0 || cpu.nowNs() >= frame.k)) {
      timeSqueezes[cpu.id()]++;
      softirqs.raise(cpu, Softirqs.NET_RX);
      cpu.ret(frame, 0);
    }
  }
}

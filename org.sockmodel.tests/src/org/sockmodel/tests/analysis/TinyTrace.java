package org.sockmodel.tests.analysis;

import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.trace.DeviceTracepoints;
import org.sockmodel.runtime.trace.IrqTracepoints;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints;
import org.sockmodel.runtime.trace.SchedTracepoints;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * A trace written by hand, one call an event. Events are of the CPU and time that {@link #at} has set last; they carry
 * no thread id unless {@link #by} has set one.
 */
public final class TinyTrace {

  public static final int SLEEPING = 1;
  public static final int PREEMPTED = 0x100;
  public static final int DEAD = 0x10;
  public static final int NET_RX = 3;
  public static final int AF_UNIX = 1;
  public static final int AF_INET = 2;
  public static final int TCP = 6;
  public static final int UDP = 17;

  private final Names names = new Names();
  private final TraceEvent event = new TraceEvent(names);
  private final TraceStatistics statistics = new TraceStatistics("tiny");
  private final Map<Integer, String> renamed = new HashMap<>();
  private TraceSink sink = ignored -> { };
  private long timeNs;
  private int cpu;
  private int tid = TraceEvent.UNKNOWN_TID;

  public Names names() {
    return names;
  }

  public TraceStatistics statistics() {
    return statistics;
  }

  /** Sends the events that follow to {@code newSink}. */
  public TinyTrace to(TraceSink newSink) {
    sink = newSink;
    return this;
  }

  /** From now on a thread is called so. */
  public TinyTrace rename(int task, String name) {
    renamed.put(task, name);
    return this;
  }

  /** The next events happen on this CPU at this time. */
  public TinyTrace at(int newCpu, long newTimeNs) {
    cpu = newCpu;
    timeNs = newTimeNs;
    return this;
  }

  /** The next events carry this thread id. */
  public TinyTrace by(int newTid) {
    tid = newTid;
    return this;
  }

  public TinyTrace lost(long count) {
    statistics.lost(count);
    sink.lost(cpu, count);
    return this;
  }

  public TinyTrace irqEntry(int irq, String name) {
    return event(IrqTracepoints.IrqHandlerEntry.TRACEPOINT, irq, names.intern(name));
  }

  public TinyTrace irqExit(int irq) {
    return event(IrqTracepoints.IrqHandlerExit.TRACEPOINT, irq, 1);
  }

  public TinyTrace timerEntry() {
    return event(IrqTracepoints.LocalTimerEntry.TRACEPOINT, 236);
  }

  public TinyTrace timerExit() {
    return event(IrqTracepoints.LocalTimerExit.TRACEPOINT, 236);
  }

  public TinyTrace ipiEntry() {
    return event(IrqTracepoints.CallFunctionSingleEntry.TRACEPOINT, 251);
  }

  public TinyTrace ipiExit() {
    return event(IrqTracepoints.CallFunctionSingleExit.TRACEPOINT, 251);
  }

  public TinyTrace raise(int vec) {
    return event(IrqTracepoints.SoftirqRaise.TRACEPOINT, vec);
  }

  public TinyTrace softirqEntry(int vec) {
    return event(IrqTracepoints.SoftirqEntry.TRACEPOINT, vec);
  }

  public TinyTrace softirqExit(int vec) {
    return event(IrqTracepoints.SoftirqExit.TRACEPOINT, vec);
  }

  public TinyTrace switchTasks(int prev, int prevState, int next) {
    return event(SchedTracepoints.SchedSwitch.TRACEPOINT, comm(prev), prev, 120, prevState, comm(next), next, 120);
  }

  public TinyTrace waking(int task, int target) {
    return event(SchedTracepoints.SchedWaking.TRACEPOINT, comm(task), task, 120, target);
  }

  public TinyTrace wakeup(int task, int target) {
    return event(SchedTracepoints.SchedWakeup.TRACEPOINT, comm(task), task, 120, target);
  }

  public TinyTrace queue(long skb) {
    return event(NetTracepoints.NetDevQueue.TRACEPOINT, names.intern("lo"), skb, 106);
  }

  public TinyTrace arrive(long skb) {
    return event(DeviceTracepoints.NicRx.TRACEPOINT, names.intern("eth0"), 0, skb, 92);
  }

  public TinyTrace gro(long skb) {
    return event(NetTracepoints.NapiGroReceiveEntry.TRACEPOINT, names.intern("eth0"), 1, 0, skb, 92);
  }

  public TinyTrace receiveSkb(long skb) {
    return event(NetTracepoints.NetifReceiveSkb.TRACEPOINT, names.intern("eth0"), skb, 92);
  }

  public TinyTrace dataReady(int family, int protocol) {
    return event(NetTracepoints.SkDataReady.TRACEPOINT, family, protocol, names.intern("sock_def_readable"));
  }

  /** A socket of UDP is told, with the address that binary traces hold. */
  public TinyTrace tellUdp(long sk) {
    return event(NetTracepoints.SkDataReady.TRACEPOINT, AF_INET, UDP, names.intern("sock_def_readable"), sk);
  }

  /** A call has taken a datagram of so many bytes from a socket, or failed with {@code -error}. */
  public TinyTrace takeUdp(long sk, int bytes, int error, int flags) {
    return event(NetTracepoints.SockRecvLength.TRACEPOINT, sk, AF_INET, UDP, bytes, error, flags);
  }

  public TinyTrace poll(String device, int work, int budget) {
    return poll(0x1000, device, work, budget);
  }

  public TinyTrace poll(long napi, String device, int work, int budget) {
    return event(NetTracepoints.NapiPoll.TRACEPOINT, napi, names.intern(device), work, budget);
  }

  public TinyTrace copy(long skb, int bytes) {
    return event(NetTracepoints.SkbCopyDatagramIovec.TRACEPOINT, skb, bytes);
  }

  public TinyTrace consume(long skb) {
    return event(NetTracepoints.ConsumeSkb.TRACEPOINT, skb);
  }

  public TinyTrace drop(String reason, String location) {
    return event(NetTracepoints.KfreeSkb.TRACEPOINT, 1, 0, 0x800, names.intern(location), names.intern(reason));
  }

  public TinyTrace enter(Syscall call, long... arguments) {
    return event(call.enter(), arguments);
  }

  public TinyTrace exit(Syscall call, long result) {
    return event(call.exit(), result);
  }

  /** One event with its first fields; the others were not recorded. */
  public TinyTrace event(Tracepoint tracepoint, long... values) {
    event.begin(tracepoint, timeNs, cpu).clear();
    if (tid != TraceEvent.UNKNOWN_TID) {
      event.task(tid, comm(tid));
    }
    for (int i = 0; i < values.length; i++) {
      event.set(i, values[i]);
    }
    statistics.event(cpu, timeNs);
    sink.accept(event);
    return this;
  }

  private int comm(int task) {
    String usual = task == 0 ? "swapper/" + cpu : task == 9 ? "ksoftirqd/" + cpu : "task" + task;
    return names.intern(renamed.getOrDefault(task, usual));
  }
}

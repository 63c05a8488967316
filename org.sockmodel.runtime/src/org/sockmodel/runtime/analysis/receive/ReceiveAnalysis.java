package org.sockmodel.runtime.analysis.receive;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.path.Delivery;
import org.sockmodel.runtime.analysis.path.PacketPaths;
import org.sockmodel.runtime.analysis.state.CallKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.analysis.state.SyscallListener;
import org.sockmodel.runtime.analysis.state.TaskListener;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;
import org.sockmodel.runtime.trace.NetTracepoints.SkbCopyDatagramIovec;
import org.sockmodel.runtime.trace.NetTracepoints.SockRecvLength;
import org.sockmodel.runtime.trace.NetTracepoints.TcpRcvSpaceAdjust;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.UringTracepoints.IoUringComplete;

/**
 * Counts receive calls and follows the messages that they return back to their cause.
 *
 * <p>A wake-up belongs to a message if it happens in the same context right after {@code sk_data_ready} (or, where the
 * kernel has no such tracepoint, after {@code netif_receive_skb} in the same softirq) and the task waits in a receive,
 * read, poll or epoll call; the message is the next one that the task gets. A call on any file counts as a receive call
 * only if a socket event or such a wake-up shows that the file is a socket. A look at data that stay ({@code MSG_PEEK})
 * is a call, not a message. What io_uring reads is a message when its request is complete; requests that have read a
 * socket complete in that order, by the task that read, before it sleeps.
 *
 * <p>Cost: a few field accesses an event; no allocation.
 */
public final class ReceiveAnalysis implements TaskListener, SyscallListener {

  private static final int MSG_PEEK = 0x2;
  private static final int MSG_ERRQUEUE = 0x2000;
  private static final int EAGAIN = 11;

  private final PacketPaths paths;
  private final Filter filter;
  private final ReaderTable readers;
  private final Deliveries deliveries;
  private final MessageTally tally = new MessageTally();
  private final CallCounts calls = new CallCounts();
  private Message message = tally.next();
  private final AskedPort port;
  private final OtherReads otherReads;
  private long readerCount;
  private long wakeups;
  private long switches;
  private long completions;

  public ReceiveAnalysis(PacketPaths paths, Filter filter, Names names) {
    this.paths = paths;
    this.filter = filter;
    readers = new ReaderTable(filter, names);
    deliveries = new Deliveries(paths);
    port = new AskedPort(filter);
    otherReads = new OtherReads(filter, readers);
  }

  /** Takes what nobody tells it. */
  public void attach(KernelState state) {
    state.on(SockRecvLength.TRACEPOINT, this::received, SockRecvLength.SK, SockRecvLength.FAMILY,
        SockRecvLength.PROTOCOL, SockRecvLength.LENGTH, SockRecvLength.ERROR, SockRecvLength.FLAGS);
    state.on(SkbCopyDatagramIovec.TRACEPOINT, this::copied, SkbCopyDatagramIovec.SKBADDR);
    state.on(ConsumeSkb.TRACEPOINT, this::freed, ConsumeSkb.SKBADDR);
    state.on(TcpRcvSpaceAdjust.TRACEPOINT, this::adjusted, TcpRcvSpaceAdjust.SPORT);
    state.on(IoUringComplete.TRACEPOINT, this::completed, IoUringComplete.RES);
  }

  /** Asks {@code newPorts} where the trace does not show a port. */
  public void ask(LocalPorts newPorts) {
    port.ask(newPorts);
  }

  /** A socket was told of data, of which {@link PacketPaths} knows already. */
  public void told(CpuState cpu) {
    deliveries.told(cpu, readers.readingOn(cpu));
  }

  /** A CPU lost events. */
  public void lost() {
    deliveries.lost();
  }

  /** Tells {@code listener} of every message, at once. */
  public void listen(MessageListener listener) {
    tally.listen(listener);
  }

  /** Tells {@code listener} of every message, before the summary; at which time, and in which thread, is open. */
  public void listenLater(MessageListener listener) {
    tally.listenLater(listener);
  }

  /** Tells of messages what waits for that; to be called by any thread. */
  public void catchUp() {
    tally.catchUp();
  }

  @Override
  public void woken(CpuState cpu, TaskState task, long timeNs) {
    Reader reader = readers.find(task);
    if (reader != null && reader.counting) {
      reader.wakeups++;
      reader.lastWakeup.begin(cpu, task, timeNs);
    }
    CallKind call = task.call();
    if (call == CallKind.OTHER || call == CallKind.ACCEPT) {
      return;
    }
    Delivery cause = paths.causeOfWakeup(cpu);
    if (cause != null) {
      reader = readers.get(task);
      reader.wakeups += reader.counting ? 0 : 1;
      reader.counting = true;
      reader.wakeup.begin(cause, timeNs, call == CallKind.WAIT);
      deliveries.woken(cause);
      reader.socketShown |= call == CallKind.READ;
    }
  }

  @Override
  public void switched(CpuState cpu, TaskState prev, TaskState next, boolean sleeps, long timeNs) {
    Reader leaving = readers.find(prev);
    if (leaving != null) {
      leaving.switches += leaving.counting ? 1 : 0;
      if (sleeps) {
        if (leaving.batch != null) {
          deliveries.sleeps(leaving, prev);
        }
        leaving.wakeup.sleep();
      }
    }
    Reader coming = readers.find(next);
    if (coming != null) {
      coming.switches += coming.counting ? 1 : 0;
      coming.switchedIn(prev.isIdle() ? Message.IDLE : prev.comm(), timeNs);
      coming.wakeup.run(timeNs);
    }
  }

  @Override
  public void switchedUnseen(CpuState cpu, TaskState prev, TaskState next, long timeNs) {
    countSwitch(readers.find(prev));
    Reader coming = readers.find(next);
    countSwitch(coming);
    if (coming != null) {
      coming.switchedIn(Message.UNKNOWN, UNKNOWN_NS);
      coming.wakeup.run(UNKNOWN_NS);
    }
  }

  private void countSwitch(Reader reader) {
    if (reader != null && reader.counting) {
      reader.switches++;
    }
  }

  @Override
  public void gone(TaskState task) {
    Reader reader = readers.find(task);
    if (reader != null) {
      reader.forget();
    }
  }

  @Override
  public void callEntered(CpuState cpu, TaskState task, long timeNs) {
    CallKind kind = task.call();
    if (kind.reads() || kind == CallKind.WAIT || kind == CallKind.URING) {
      Reader reader = readers.get(task);
      reader.beginCall(kind.receives());
      reader.callCounted = kind.receives() && filter.acceptsCpu(cpu.id()) && readers.accepts(reader, task);
      calls.begun(reader.callCounted ? 1 : 0);
      if (kind == CallKind.RECEIVE_MANY) {
        reader.beginBatch();
      } else if (kind == CallKind.URING) {
        reader.beginUring();
      }
    }
  }

  @Override
  public void callLeft(CpuState cpu, TaskState task, CallKind kind, long ret, long timeNs) {
    if (kind.reads()) {
      Reader reader = readers.get(task);
      if (kind.receives() || reader.socketShown) {
        receiveLeft(cpu, task, reader, kind, ret, timeNs);
      } else {
        forgetUnlessReader(reader);
      }
    } else if (kind == CallKind.ACCEPT) {
      readers.get(task).wakeup.clear();
    }
  }

  private static void forgetUnlessReader(Reader reader) {
    if (!reader.confirmed) {
      reader.counting = false;
      reader.wakeups = 0;
      reader.switches = 0;
    }
  }

  private void receiveLeft(CpuState cpu, TaskState task, Reader reader, CallKind kind, long ret, long timeNs) {
    boolean stays = (task.callFlags() & (MSG_PEEK | MSG_ERRQUEUE)) != 0;
    if (!readers.accepts(reader, task)) {
      leaveToOthers(cpu, task, reader, kind, stays ? 0 : ret, timeNs);
      return;
    }
    reader.confirmed = true;
    reader.counting = true;
    calls.begun(reader.callCounted && task.call() == kind ? -1 : 0);
    if (filter.acceptsCpu(cpu.id())) {
      calls.ended(ret, task.sleptInCall());
      countReader(reader);
    }
    if (ret > 0 && !stays && kind == CallKind.RECEIVE_MANY) {
      completeMany(cpu, task, reader, ret, timeNs);
    } else if (ret > 0 && !stays) {
      complete(cpu, task, reader, ret, timeNs);
    } else if (!stays) {
      reader.wakeup.clear();
    }
  }

  private void countReader(Reader reader) {
    readerCount += reader.counted ? 0 : 1;
    reader.counted = true;
  }

  /** A reader that does not count has got its message all the same, so that nobody else is thought to have it. */
  private void leaveToOthers(CpuState cpu, TaskState task, Reader reader, CallKind kind, long ret, long timeNs) {
    if (kind == CallKind.RECEIVE_MANY && ret > 0) {
      deliveries.endBatch(reader, task);
      for (long left = Math.min(ret, Batch.CAPACITY); left > 0; left--) {
        begin(cpu, task, Message.UNKNOWN_BYTES, timeNs);
        deliveries.attributeOneOfMany(message, reader, task, left);
      }
    } else if (ret > 0) {
      begin(cpu, task, ret, timeNs);
      deliveries.attribute(message, reader, task);
    }
    reader.wakeup.clear();
  }

  private void begin(CpuState cpu, TaskState task, long bytes, long timeNs) {
    message.begin(task.tid(), task.comm(), cpu.id(), bytes, task.sleptInCall(), timeNs);
  }

  private void complete(CpuState cpu, TaskState task, Reader reader, long ret, long timeNs) {
    boolean unseen = reader.wakeup.ran && reader.wakeup.runningNs == UNKNOWN_NS;
    begin(cpu, task, ret, timeNs);
    deliveries.attribute(message, reader, task);
    count(cpu, task, reader, unseen && message.attribution() == Attribution.WAKEUP);
    reader.wakeups = 0;
    reader.switches = 0;
  }

  /** A call has returned so many messages; what it cost its reader is counted for the first. */
  private void completeMany(CpuState cpu, TaskState task, Reader reader, long messages, long timeNs) {
    deliveries.endBatch(reader, task);
    boolean counts = false;
    for (long left = Math.min(messages, Batch.CAPACITY); left > 0; left--) {
      begin(cpu, task, Message.UNKNOWN_BYTES, timeNs);
      boolean unseen = deliveries.attributeOneOfMany(message, reader, task, left);
      counts = count(cpu, task, reader, unseen);
    }
    if (counts) {
      tally.addUnattributed(Math.max(0, messages - Batch.CAPACITY));
    }
    reader.wakeups = 0;
    reader.switches = 0;
  }

  /** Counts a message, if the filter asks for it, with what its reader has cost since the last that was counted. */
  private boolean count(CpuState cpu, TaskState task, Reader reader, boolean unseen) {
    message.cost(reader.wakeups, reader.switches);
    message.switchedIn(reader.ranBefore, reader.switchedInNs);
    message.woken(reader.lastWakeup);
    boolean counts = port.accepts(reader, task) && filter.acceptsCpu(cpu.id())
        && filter.acceptsIrq(message.delivery().irq());
    if (counts) {
      tally.add(message, unseen);
      message = tally.next();
      wakeups += reader.wakeups;
      switches += reader.switches;
      reader.wakeups = 0;
      reader.switches = 0;
    }
    return counts;
  }

  private void received(TraceEvent event, CpuState cpu) {
    Reader reader = readers.readingOn(cpu);
    Reader taker = reader == null ? otherReads.read(event, cpu) : reader;
    if (event.has(SockRecvLength.SK) && event.has(SockRecvLength.FLAGS)) {
      taken(event, taker, cpu);
    }
    if (reader == null) {
      return;
    }
    reader.socketShown = true;
    SocketKind kind = SocketKind.of(event);
    if (cpu.current().callFd() != TaskState.UNKNOWN && kind != SocketKind.UNKNOWN) {
      reader.socketKind = kind;
      reader.socketFd = cpu.current().callFd();
    }
  }

  /** A request of io_uring is complete: with a message, if a socket was read for it. */
  private void completed(TraceEvent event, CpuState cpu) {
    Reader reader = otherReads.completing(cpu);
    int res = event.has(IoUringComplete.RES) ? event.intValue(IoUringComplete.RES) : -1;
    if (reader == null || res < 0) {
      return;
    }
    TaskState task = cpu.current();
    begin(cpu, task, res, event.timeNs());
    boolean unseen = deliveries.attributeOneOfMany(message, reader, task, 1);
    reader.batch.forgetIfTakenOut();
    otherReads.complete(cpu);
    if (res > 0 && readers.accepts(reader, task)) {
      reader.confirmed = true;
      reader.counting = true;
      if (count(cpu, task, reader, unseen)) {
        completions++;
        countReader(reader);
      }
    }
    reader.wakeups = 0;
    reader.switches = 0;
    reader.port = -1;
  }

  private void taken(TraceEvent event, Reader reader, CpuState cpu) {
    long sk = event.value(SockRecvLength.SK);
    long error = event.has(SockRecvLength.ERROR) ? event.intValue(SockRecvLength.ERROR) : 0;
    if (error == -EAGAIN) {
      deliveries.foundEmpty(sk, SocketKind.of(event));
    } else if (error == 0 && (event.value(SockRecvLength.FLAGS) & (MSG_PEEK | MSG_ERRQUEUE)) == 0) {
      long bytes = event.has(SockRecvLength.LENGTH) ? event.intValue(SockRecvLength.LENGTH) : Message.UNKNOWN_BYTES;
      deliveries.taken(sk, bytes, reader, cpu.current());
    }
    if (reader != null) {
      reader.copied.clear();
    }
  }

  private void freed(TraceEvent event, CpuState cpu) {
    Reader reader = readers.takingOn(cpu);
    if (reader != null) {
      reader.copied.freed(event.value(ConsumeSkb.SKBADDR));
    }
  }

  private void copied(TraceEvent event, CpuState cpu) {
    Reader reader = readers.takingOn(cpu);
    if (reader != null) {
      paths.copied(event.value(SkbCopyDatagramIovec.SKBADDR));
      reader.copied.copied(event.value(SkbCopyDatagramIovec.SKBADDR));
      reader.socketShown = true;
      if (cpu.current().call() == CallKind.RECEIVE_MANY || cpu.current().call() == CallKind.URING) {
        deliveries.copiedOneOfMany(reader, event.value(SkbCopyDatagramIovec.SKBADDR));
      } else if (reader.copiedSkbaddr == 0 || paths.isConsumed(reader.copiedSkbaddr)) {
        reader.copiedSkbaddr = event.value(SkbCopyDatagramIovec.SKBADDR);
      }
    }
  }

  private void adjusted(TraceEvent event, CpuState cpu) {
    Reader reader = readers.takingOn(cpu);
    if (reader != null) {
      reader.socketShown = true;
      reader.port = event.has(TcpRcvSpaceAdjust.SPORT)
          ? event.intValue(TcpRcvSpaceAdjust.SPORT) : -1;
    }
  }

  /** What has been counted so far. */
  public ReceiveSummary summary() {
    tally.settle();
    return new ReceiveSummary(calls.all(), calls.blocked(), calls.returned(), calls.failed(), calls.byErrno(),
        tally.messages(), completions,
        tally.bytes(), readerCount, tally.hardirqs(), tally.softirqs(), wakeups, switches,
        tally.attributions(), tally.stages(), tally.paths(filter.top()),
        new ReceiveSummary.Unattributed(tally.unattributed(), tally.unseenSwitchIns(), tally.backwards(),
            port.others(), port.unknown(), otherReads.count(), deliveries.maybeLeft()));
  }
}

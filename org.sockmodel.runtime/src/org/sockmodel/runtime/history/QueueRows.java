package org.sockmodel.runtime.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.analysis.path.Softirq;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.InterruptListener;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.trace.DeviceTracepoints.NicRx;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.NapiGroReceiveEntry;
import org.sockmodel.runtime.trace.NetTracepoints.NapiPoll;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.NetTracepoints.NetifRx;
import org.sockmodel.runtime.trace.TraceEvent;

/**
 * When packets lay in a queue of a card, or in the backlog that loopback and veth use, and when they were taken out.
 * A poll begins with the first packet that it takes, because no event shows its beginning.
 */
final class QueueRows implements InterruptListener {

  private static final int BACKLOG = -1;

  /** A queue with what is in it. */
  private static final class Queue {
    private final Row row;
    private int waiting;
    private int polling;

    Queue(Row row) {
      this.row = row;
    }

    void show(long timeNs) {
      StateKind kind = polling > 0 ? StateKind.POLLING : waiting > 0 ? StateKind.PENDING : StateKind.NONE;
      row.states().change(timeNs, kind, Names.EMPTY);
    }
  }

  private final RowTable table;
  private final Names names;
  private final Map<Long, Queue> queues = new HashMap<>();
  private Queue[] polledByCpu = new Queue[0];

  QueueRows(RowTable table, Names names) {
    this.table = table;
    this.names = names;
  }

  void attach(KernelState state) {
    state.listen(this);
    state.on(NicRx.TRACEPOINT, (event, cpu) -> filled(event, event.intValue(NicRx.DEV), event.intValue(NicRx.QUEUE)),
        NicRx.DEV, NicRx.QUEUE);
    state.on(NetifRx.TRACEPOINT, (event, cpu) -> filled(event, event.intValue(NetifRx.DEV), BACKLOG), NetifRx.DEV);
    state.on(NapiGroReceiveEntry.TRACEPOINT, this::takenByDriver, NapiGroReceiveEntry.DEV_NAME,
        NapiGroReceiveEntry.QUEUE_MAPPING);
    state.on(NetifReceiveSkb.TRACEPOINT, this::received, NetifReceiveSkb.DEV);
    state.on(NapiPoll.TRACEPOINT, (event, cpu) -> endPoll(cpu, event.timeNs()));
  }

  private void filled(TraceEvent event, int dev, int number) {
    Queue queue = queue(dev, number);
    queue.waiting++;
    queue.show(event.timeNs());
  }

  /** A driver numbers the queue that it took a packet from, counted from 1, or leaves it 0. */
  private void takenByDriver(TraceEvent event, CpuState cpu) {
    int number = event.has(NapiGroReceiveEntry.QUEUE_MAPPING)
        ? Math.max(0, event.intValue(NapiGroReceiveEntry.QUEUE_MAPPING) - 1) : 0;
    taken(queue(event.intValue(NapiGroReceiveEntry.DEV_NAME), number), cpu, event.timeNs());
  }

  private void received(TraceEvent event, CpuState cpu) {
    Queue polled = polled(cpu);
    Queue backlog = queues.get(key(event.intValue(NetifReceiveSkb.DEV), BACKLOG));
    if (polled == null && backlog == null) {
      taken(queue(event.intValue(NetifReceiveSkb.DEV), 0), cpu, event.timeNs());
    } else if (backlog != null) {
      taken(backlog, cpu, event.timeNs());
    }
  }

  private void taken(Queue queue, CpuState cpu, long timeNs) {
    Queue polled = polled(cpu);
    if (polled != queue) {
      endPoll(cpu, timeNs);
      polledByCpu[cpu.id()] = queue;
      queue.polling++;
    }
    queue.waiting = Math.max(0, queue.waiting - 1);
    queue.show(timeNs);
  }

  private Queue polled(CpuState cpu) {
    if (cpu.id() >= polledByCpu.length) {
      polledByCpu = Arrays.copyOf(polledByCpu, cpu.id() + 1);
    }
    return polledByCpu[cpu.id()];
  }

  private void endPoll(CpuState cpu, long timeNs) {
    Queue polled = polled(cpu);
    if (polled != null) {
      polledByCpu[cpu.id()] = null;
      polled.polling--;
      polled.show(timeNs);
    }
  }

  @Override
  public void left(CpuState cpu, ContextKind kind, int number, int name, long startNs, long busyNs, long timeNs) {
    if (kind == ContextKind.SOFTIRQ && number == Softirq.NET_RX) {
      endPoll(cpu, timeNs);
    }
  }

  private Queue queue(int dev, int number) {
    return queues.computeIfAbsent(key(dev, number), unknown -> {
      String name = names.text(dev) + (number == BACKLOG ? " backlog" : " queue " + number);
      return new Queue(table.named(RowKind.QUEUE, name));
    });
  }

  private static long key(int dev, int number) {
    return (long) dev << Integer.SIZE | number & 0xffffffffL;
  }
}

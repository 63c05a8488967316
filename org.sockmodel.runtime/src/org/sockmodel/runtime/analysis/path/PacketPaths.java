package org.sockmodel.runtime.analysis.path;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import org.sockmodel.runtime.analysis.path.PacketTable.Packet;
import org.sockmodel.runtime.analysis.state.CallKind;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.ContextStack;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.KernelListener;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.analysis.state.ThreadKind;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.NetTracepoints.SkDataReady;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.uapi.AddressFamily;

/**
 * Follows packets from the interrupt or sender to the socket. Cost: a few field accesses an event, one look-up for
 * events of packets; no allocation; constant memory.
 *
 * <p>A device interrupt that comes while NET_RX runs does not raise it again; its packets are those of the next poll.
 * A packet of a local sender keeps the sender's time, whatever else the softirq does. A packet that is forwarded inside
 * the softirq keeps its interrupt. A thread that polls a card instead of NET_RX ({@code napi/eth0-8193}) stands for the
 * softirq from the switch to it on; its cause is the interrupt that has woken it. A packet that is in the card when a
 * system call hands it to the protocols was polled for by a busy reader, and so was what a call hands to them that
 * reads or waits; any other call has brought the packet itself, as one that writes to a tun device does. Sockets of
 * AF_PACKET are told of what is sent, too, though that is while another packet is received.
 */
public final class PacketPaths implements KernelListener {

  private final PacketTable packets = new PacketTable();
  private final NapiThreads threads = new NapiThreads();
  private final Names names;
  private final NetRxContexts contexts = new NetRxContexts();
  private final PacketIngress ingress = new PacketIngress(packets, contexts);
  private final NetworkLines lines = new NetworkLines();
  private boolean showsDataReady;
  private long sequence;

  public PacketPaths(Names names) {
    this.names = names;
  }

  /** Takes what nobody else takes too; whoever attaches it tells it the other events of packets. */
  public void attach(KernelState state) {
    ingress.attach(state);
  }

  /**
   * The way of the packet because of which a waiting task is being woken in this very moment; null if the wake-up has
   * another reason.
   */
  public Delivery causeOfWakeup(CpuState cpu) {
    NetRxContext context = context(cpu);
    if (context.toldDepth == cpu.contexts().depth()) {
      return context.told;
    }
    if (!showsDataReady && context.packet != null && cpu.contexts().inSoftirq(Softirq.NET_RX)) {
      fill(context, cpu);
      return context.told;
    }
    return null;
  }

  /** The way of the packet at an address until its socket was told; null if that is not known. */
  public Delivery deliveryOf(long skbaddr) {
    Packet packet = packets.find(skbaddr);
    return packet != null && packet.way.dataReadyNs != UNKNOWN_NS ? packet.way : null;
  }

  /** The name of the device that the packet at an address was received by or given to; empty if that is not known. */
  public int deviceOf(long skbaddr) {
    Packet packet = packets.find(skbaddr);
    return packet == null || packet.freed ? Names.EMPTY : packet.device;
  }

  /** The packet at an address is a message that somebody got: it stands for no further one. */
  public void consumed(long skbaddr) {
    Packet packet = packets.find(skbaddr);
    if (packet != null) {
      packet.way.dataReadyNs = UNKNOWN_NS;
      packet.consumed = true;
    }
  }

  /** A reader copies from the buffer at an address: if the packet there was freed, this is another one. */
  public void copied(long skbaddr) {
    packets.forgetIfFreed(skbaddr);
  }

  /** The same for the packet of a way, unless another socket was told of it since: that one has the buffer. */
  public void consumed(Delivery way) {
    Packet packet = packets.find(way.skbaddr);
    if (packet != null && packet.way.sequence == way.sequence) {
      consumed(way.skbaddr);
    }
  }

  /**
   * When the packet at an address was handed to the protocols, if none of their sockets has been told, be it one of
   * AF_PACKET that sees it besides; otherwise unknown.
   */
  public long untoldSince(long skbaddr) {
    Packet packet = packets.find(skbaddr);
    boolean untold = packet != null && !packet.consumed && packet.way.isUntold();
    return untold ? packet.way.receivedNs : UNKNOWN_NS;
  }

  /** The socket of the packet at an address, which there is, was told at that time; its way. */
  public Delivery told(long skbaddr, long dataReadyNs, long dataReadySequence) {
    Delivery way = packets.find(skbaddr).way;
    way.dataReadyNs = dataReadyNs;
    way.sequence = dataReadySequence;
    return way;
  }

  /** Whether the packet at an address is a message that somebody got. */
  public boolean isConsumed(long skbaddr) {
    Packet packet = packets.find(skbaddr);
    return packet != null && packet.consumed;
  }

  /** The way of the packet whose socket was told last on a CPU; valid right after {@code sk_data_ready}. */
  public Delivery lastTold(CpuState cpu) {
    return context(cpu).told;
  }

  /** The device interrupt that brought the packet which a CPU's NET_RX handles; -1 if it is none or not known. */
  public int lineOfPacket(CpuState cpu) {
    NetRxContext context = context(cpu);
    return context.packet == null ? -1 : context.packet.way.irq;
  }

  /**
   * The device interrupt that began the NET_RX of a CPU, or woke the thread that polls there, if no poll has ended
   * since: what is polled first is what it has scheduled. Otherwise -1.
   */
  public int lineThatBegan(CpuState cpu) {
    NetRxContext context = context(cpu);
    return context.active && !context.hasPolled && context.cause.origin == Origin.HARDIRQ ? context.cause.irq : -1;
  }

  /** Whether the handler of a device interrupt has raised NET_RX at least once. */
  public boolean isNetworkLine(int irq) {
    return lines.isOfCard(irq);
  }

  /**
   * The device interrupt whose handler a CPU runs, in the interrupt or in a thread that it has woken; -1 if it runs
   * none, or if the trace shows no such interrupt.
   */
  public int handledLine(CpuState cpu) {
    if (cpu.contexts().kind() == ContextKind.HARDIRQ) {
      return cpu.contexts().number();
    }
    TaskState task = cpu.contexts().depth() == 0 ? cpu.current() : null;
    int irq = task != null && task.kind(names) == ThreadKind.IRQ ? ThreadKind.line(names.text(task.comm())) : -1;
    return lines.enteredNs(irq) == UNKNOWN_NS ? -1 : irq;
  }

  @Override
  public void raised(CpuState cpu, int vec, long timeNs) {
    if (vec != Softirq.NET_RX) {
      return;
    }
    ContextStack stack = cpu.contexts();
    boolean hardirq = stack.kind() == ContextKind.HARDIRQ;
    int irq = handledLine(cpu);
    lines.mark(irq, !hardirq);
    NetRxContext context = context(cpu);
    if (context.pending.isKnown()) {
      return;
    }
    if (hardirq) {
      context.pending.set(Origin.HARDIRQ, stack.number(), stack.startNs(), timeNs);
    } else if (irq >= 0) {
      context.pending.set(Origin.HARDIRQ, irq, lines.enteredNs(irq), timeNs);
    } else if (stack.kind() == ContextKind.VECTOR) {
      context.pending.set(Origin.IPI, -1, UNKNOWN_NS, timeNs);
    } else {
      Origin origin = stack.inSoftirq(Softirq.NET_RX) ? Origin.POLLING : Origin.UNKNOWN;
      context.pending.set(origin, -1, UNKNOWN_NS, timeNs);
    }
  }

  @Override
  public void entered(CpuState cpu, ContextKind kind, int number, int name, long timeNs) {
    if (kind == ContextKind.SOFTIRQ) {
      context(cpu).showsSoftirqs = true;
      if (number == Softirq.NET_RX) {
        context(cpu).enter(timeNs, isKsoftirqd(cpu.current()));
      }
    } else if (kind == ContextKind.HARDIRQ) {
      lines.entered(number, timeNs);
      NetRxContext context = context(cpu);
      if (context.active && !context.late.isKnown() && lines.polls(number)) {
        context.late.set(Origin.HARDIRQ, number, timeNs, timeNs);
      }
    }
  }

  @Override
  public void left(CpuState cpu, ContextKind kind, int number, int name, long startNs, long busyNs, long timeNs) {
    if (kind == ContextKind.SOFTIRQ && number == Softirq.NET_RX) {
      context(cpu).leave();
    }
  }

  @Override
  public void lost(CpuState cpu) {
    ingress.lost();
    NetRxContext context = context(cpu);
    context.pending.clear();
    context.showsSoftirqs = false;
    context.leave();
  }

  @Override
  public void callEntered(CpuState cpu, TaskState task, long timeNs) {
    NetRxContext context = context(cpu);
    if (context.inCall) {
      context.forgetPacket();
    }
  }

  @Override
  public void callLeft(CpuState cpu, TaskState task, CallKind kind, long ret, long timeNs) {
    NetRxContext context = context(cpu);
    context.toldDepth = -1;
    context.sending = 0;
    if (context.inCall) {
      context.forgetPacket();
    }
  }

  @Override
  public void woken(CpuState cpu, TaskState task, long timeNs) {
    ContextStack stack = cpu.contexts();
    if (stack.kind() == ContextKind.HARDIRQ && isNapiThread(task)) {
      lines.mark(stack.number(), false);
      threads.of(task).set(Origin.HARDIRQ, stack.number(), stack.startNs(), timeNs);
    }
  }

  @Override
  public void switched(CpuState cpu, TaskState prev, TaskState next, boolean sleeps, long timeNs) {
    NetRxContext context = context(cpu);
    context.leave();
    context.sending = 0;
    if (isNapiThread(next)) {
      context.enterThread(timeNs, threads.of(next));
    }
  }

  @Override
  public void switchedUnseen(CpuState cpu, TaskState prev, TaskState next, long timeNs) {
    context(cpu).toldDepth = -1;
  }

  /** Takes {@code napi_poll}: a poll has ended. */
  public void polled(TraceEvent event, CpuState cpu) {
    context(cpu).polled(event.timeNs());
  }

  /**
   * Takes {@code netif_receive_skb}: a packet is handed to the protocols.
   *
   * @return whether the CPU has not handed it before: bridges and tunnels hand on what they were handed
   */
  public boolean received(TraceEvent event, CpuState cpu) {
    NetRxContext context = context(cpu);
    long skbaddr = event.value(NetifReceiveSkb.SKBADDR);
    int device = event.name(NetifReceiveSkb.DEV);
    Packet packet = packets.find(skbaddr);
    boolean fresh = packet != null && packet.way.receivedNs == UNKNOWN_NS && !packet.freed;
    boolean again = packet != null && !fresh && (context.hands(packet, device) || packet.handedOn);
    boolean handedOn = again && (context.handing || packet.handedOn);
    if (!fresh && !again) {
      packet = packets.begin(skbaddr);
    }
    packet.handedOn = false;
    packet.device = device;
    packet.length = event.has(NetifReceiveSkb.LEN) ? event.intValue(NetifReceiveSkb.LEN) : 0;
    Delivery way = packet.way;
    context.fromOtherCpu = handedOn && way.cpu != cpu.id();
    if (context.active && way.softirqNs == UNKNOWN_NS) {
      context.brings(way, cpu.id());
    }
    context.inCall = !context.active && cpu.contexts().depth() == 0 && (way.isInCard() || context.showsSoftirqs);
    if (context.inCall && !again) {
      way.beginInCall(event.timeNs(), cpu.id(), way.isInCard() ? Origin.BUSY_POLLING : originInCall(cpu.current()));
    }
    way.receivedNs = again ? way.receivedNs : event.timeNs();
    way.dataReadyNs = UNKNOWN_NS;
    context.sending = 0;
    context.packet = context.active || context.inCall ? packet : null;
    context.toldDepth = -1;
    context.handing = context.packet != null;
    return !handedOn || context.fromOtherCpu;
  }

  /** What a task, which need not be in a system call that the trace shows, does when it hands on a packet. */
  private Origin originInCall(TaskState task) {
    if (task == null || task.kind(names) != ThreadKind.PROGRAM) {
      return Origin.UNKNOWN;
    }
    return task.call().reads() || task.call() == CallKind.WAIT ? Origin.BUSY_POLLING : Origin.SENDER;
  }

  /** Whether another CPU has handed the packet to the protocols before that a CPU was handed last. */
  public boolean isFromOtherCpu(CpuState cpu) {
    return context(cpu).fromOtherCpu;
  }

  /** Takes {@code sk_data_ready}: a socket is told of data. */
  public void dataReady(TraceEvent event, CpuState cpu) {
    showsDataReady = true;
    NetRxContext context = context(cpu);
    int family = number(event, SkDataReady.FAMILY);
    boolean ofSent = family == AddressFamily.AF_PACKET && context.sending != 0;
    boolean ofPacket = context.packet != null && receives(cpu, context) && !ofSent;
    if (!ofPacket) {
      context.told.clear();
      context.told.origin = cpu.contexts().depth() == 0 || ofSent ? Origin.DIRECT : Origin.UNKNOWN;
      context.told.cpu = cpu.id();
    }
    Delivery way = ofPacket ? context.packet.way : context.told;
    way.dataReadyNs = event.timeNs();
    way.sequence = ++sequence;
    way.family = family;
    way.protocol = number(event, SkDataReady.PROTOCOL);
    way.sk = event.has(SkDataReady.SKADDR) ? event.value(SkDataReady.SKADDR) : 0;
    if (ofPacket) {
      fill(context, cpu);
    }
    context.toldDepth = cpu.contexts().depth();
  }

  private static int number(TraceEvent event, int field) {
    return event.has(field) ? event.intValue(field) : -1;
  }

  private static void fill(NetRxContext context, CpuState cpu) {
    context.told.copy(context.packet.way);
    context.told.cpu = cpu.id();
  }

  /** Whether what happens on the CPU now is the receiving of packets. */
  private static boolean receives(CpuState cpu, NetRxContext context) {
    return cpu.contexts().inSoftirq(Softirq.NET_RX)
        || (context.inThread || context.inCall) && cpu.contexts().depth() == 0;
  }

  private boolean isNapiThread(TaskState task) {
    return task.kind(names) == ThreadKind.NAPI;
  }

  private boolean isKsoftirqd(TaskState task) {
    return task != null && task.kind(names) == ThreadKind.KSOFTIRQD;
  }

  private NetRxContext context(CpuState cpu) {
    return contexts.of(cpu);
  }
}

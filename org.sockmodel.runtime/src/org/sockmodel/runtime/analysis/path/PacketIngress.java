package org.sockmodel.runtime.analysis.path;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import org.sockmodel.runtime.analysis.path.PacketTable.Packet;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.trace.DeviceTracepoints.NicDma;
import org.sockmodel.runtime.trace.DeviceTracepoints.NicRx;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;
import org.sockmodel.runtime.trace.NetTracepoints.KfreeSkb;
import org.sockmodel.runtime.trace.NetTracepoints.NapiGroReceiveEntry;
import org.sockmodel.runtime.trace.NetTracepoints.NetDevQueue;
import org.sockmodel.runtime.trace.NetTracepoints.NetDevXmit;
import org.sockmodel.runtime.trace.NetTracepoints.NetifRx;
import org.sockmodel.runtime.trace.TraceEvent;

/**
 * Follows packets until they are handed to the protocols. One that is sent through several devices, one above another,
 * begins where the first of them is given it; one that a bridge or a tunnel hands on stays the same. The kernel uses
 * addresses again: what a poll finds at that of a packet which was sent is that packet unless it was freed, and that is
 * known only where the trace shows that packets are freed. Cost: a look-up for each event.
 */
final class PacketIngress {

  private final PacketTable packets;
  private final NetRxContexts contexts;
  private boolean showsFrees;
  /** How many packets there had been when events were lost last: of older ones nobody knows whether they were freed. */
  private long birthsBeforeLoss;

  PacketIngress(PacketTable packets, NetRxContexts contexts) {
    this.packets = packets;
    this.contexts = contexts;
  }

  void attach(KernelState state) {
    state.on(NetDevQueue.TRACEPOINT, this::queued, NetDevQueue.SKBADDR, NetDevQueue.DEV);
    state.on(NetDevXmit.TRACEPOINT, this::transmitted);
    state.on(NetifRx.TRACEPOINT, this::putInBacklog, NetifRx.SKBADDR);
    state.on(NicRx.TRACEPOINT, this::arrived, NicRx.SKBADDR);
    state.on(NicDma.TRACEPOINT, this::written, NicDma.SKBADDR);
    state.on(NapiGroReceiveEntry.TRACEPOINT, this::polled, NapiGroReceiveEntry.SKBADDR, NapiGroReceiveEntry.LEN);
    state.on(ConsumeSkb.TRACEPOINT, this::consumed, ConsumeSkb.SKBADDR);
    state.on(KfreeSkb.TRACEPOINT, this::dropped, KfreeSkb.SKBADDR);
  }

  void lost() {
    birthsBeforeLoss = packets.births();
  }

  private void queued(TraceEvent event, CpuState cpu) {
    long skbaddr = event.value(NetDevQueue.SKBADDR);
    NetRxContext context = contexts.of(cpu);
    if (!context.handles(skbaddr) && context.sending != skbaddr) {
      Packet packet = packets.begin(skbaddr);
      packet.device = event.name(NetDevQueue.DEV);
      Delivery way = packet.way;
      way.origin = Origin.SENDER;
      way.sentNs = event.timeNs();
      way.senderCpu = cpu.id();
      context.sending = skbaddr;
    }
  }

  private void transmitted(TraceEvent event, CpuState cpu) {
    contexts.of(cpu).sending = 0;
  }

  private void putInBacklog(TraceEvent event, CpuState cpu) {
    NetRxContext context = contexts.of(cpu);
    if (context.handles(event.value(NetifRx.SKBADDR))) {
      context.packet.handedOn = true;
    }
  }

  private void arrived(TraceEvent event, CpuState cpu) {
    packets.begin(event.value(NicRx.SKBADDR)).way.arrivedNs = event.timeNs();
  }

  private void written(TraceEvent event, CpuState cpu) {
    Packet packet = packets.find(event.value(NicDma.SKBADDR));
    if (packet != null && packet.way.isInCard()) {
      packet.way.writtenNs = event.timeNs();
    }
  }

  /** A poll has found a packet. */
  private void polled(TraceEvent event, CpuState cpu) {
    NetRxContext context = contexts.of(cpu);
    long skbaddr = event.value(NapiGroReceiveEntry.SKBADDR);
    Packet packet = packets.find(skbaddr);
    int length = event.has(NapiGroReceiveEntry.LEN) ? event.intValue(NapiGroReceiveEntry.LEN) : 0;
    if (packet != null && context.active && packet.hasLeftTunnel(length, context.softirqNs)) {
      packet.handedOn = true;
      return;
    }
    if (packet == null || !packet.way.isInCard() && !isSent(packet)) {
      packet = packets.begin(skbaddr);
    }
    if (context.active) {
      context.brings(packet.way, cpu.id());
    }
  }

  /** Whether it is on its way from a sender on this machine, as through a veth pair whose ends poll. */
  private boolean isSent(Packet packet) {
    boolean lives = showsFrees && !packet.freed && packet.birth > birthsBeforeLoss;
    return lives && packet.way.sentNs != UNKNOWN_NS && packet.way.softirqNs == UNKNOWN_NS
        && packet.way.receivedNs == UNKNOWN_NS;
  }

  private void consumed(TraceEvent event, CpuState cpu) {
    showsFrees = true;
    freed(event.value(ConsumeSkb.SKBADDR));
  }

  private void dropped(TraceEvent event, CpuState cpu) {
    freed(event.value(KfreeSkb.SKBADDR));
  }

  private void freed(long skbaddr) {
    Packet packet = packets.find(skbaddr);
    if (packet != null) {
      packet.freed = true;
    }
  }
}

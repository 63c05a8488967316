package org.sockmodel.runtime.workload.traffic;

import org.sockmodel.runtime.kernel.nic.RxFlow;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.random.RandomStream;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.workload.time.RandomTime;

/**
 * A peer on the wire that sends messages to one port. A message larger than a segment becomes several packets, back to
 * back, and a datagram larger than the wire's packets as many fragments ({@code ip_do_fragment}). As an event it is the
 * question for the card's address, the beginning of a message, the complete arrival of one packet in the card's memory,
 * or the end of the connection.
 */
public final class TrafficSource implements Event {

  private static final int MESSAGE = -1;
  private static final int CLOSE = -2;
  private static final int LATER = -3;
  private static final int ASK = -4;

  private final Simulator simulator;
  private final RxFlow[] flows;
  private final WireEnd wire;
  private final TrafficDeclaration traffic;
  private final RandomTime gap;
  private final RandomStream random;
  private final Corruption corruption;
  private final int protocol;
  private final boolean fragments;
  private final TcpPeer peer;
  private final Runnable done;
  private int flow;
  private int datagram;
  private boolean damaged;
  private long messagesLeft;
  private long bytesLeft;
  private long messageStartNs;

  /**
   * @param gap the times between messages
   * @param flows a message is of a random one
   * @param corruption what happens to the packets on their way
   * @param done run when the last packet has arrived, or over TCP is acknowledged
   */
  public TrafficSource(TrafficDeclaration traffic, RandomTime gap, WireEnd wire, RxFlow[] flows, RandomStream random,
      Corruption corruption, Runnable done) {
    this.simulator = wire.simulator();
    this.traffic = traffic;
    this.flows = flows;
    this.wire = wire;
    this.done = done;
    this.random = random;
    this.corruption = corruption;
    this.gap = gap;
    protocol = traffic.protocol() == TrafficDeclaration.Protocol.TCP ? IpProtocol.IPPROTO_TCP : IpProtocol.IPPROTO_UDP;
    fragments = wire.fragments(traffic);
    peer = protocol == IpProtocol.IPPROTO_TCP ? wire.tcpPeer(traffic.port(), flows[0], corruption) : null;
    messagesLeft = traffic.count();
    messageStartNs = traffic.startNs();
    begin();
  }

  /** Schedules the first packet. */
  public void start() {
    if (messagesLeft > 0) {
      simulator.schedule(messageStartNs, Simulator.DEVICE_PRIORITY, this, traffic.asksFirst() ? ASK : MESSAGE);
    } else {
      end();
    }
  }

  /** The card's address is known, and the first message goes out. */
  private void answered() {
    long sendNs = simulator.nowNs() + traffic.sendsAfterAnswerNs();
    simulator.schedule(sendNs, Simulator.DEVICE_PRIORITY, this, MESSAGE);
  }

  @Override
  public void fire(int packetBytes) {
    if (packetBytes == CLOSE) {
      peer.close();
      end();
      return;
    }
    if (packetBytes == ASK) {
      wire.query().ask(flows[0], this::answered);
      return;
    }
    int arriving = packetBytes == MESSAGE ? sendPacket() : packetBytes;
    while (arriving != LATER) {
      arriving = arrive(arriving);
    }
  }

  /** A packet has arrived; what arrives next, as {@link #sendPacket} says. */
  private int arrive(int packetBytes) {
    if (peer == null) {
      flows[flow].arrive(packet(packetBytes));
    } else {
      peer.offer(packetBytes, packetBytes == bytesLeft);
    }
    bytesLeft -= packetBytes;
    if (bytesLeft > 0) {
      return sendPacket();
    }
    if (--messagesLeft > 0) {
      return nextMessage();
    }
    if (peer != null && traffic.isClosed()) {
      long closeNs = Math.max(simulator.nowNs(), messageStartNs + gap.nextNs(random));
      simulator.schedule(closeNs, Simulator.DEVICE_PRIORITY, this, CLOSE);
    } else {
      end();
    }
    return LATER;
  }

  private SkBuff packet(int packetBytes) {
    SkBuff skb = fragments
        ? wire.packet(protocol, flow, traffic.port(), (int) traffic.payloadBytes())
            .fragment(datagram, packetBytes, packetBytes == bytesLeft)
        : wire.packet(protocol, flow, traffic.port(), packetBytes);
    if (damaged) {
      skb.memory().damage();
    }
    return skb;
  }

  /** A message that is due goes on; a later one leaves the wire to others until then. */
  private int nextMessage() {
    messageStartNs += gap.nextNs(random);
    begin();
    if (messageStartNs > simulator.nowNs()) {
      simulator.schedule(messageStartNs, Simulator.DEVICE_PRIORITY, this, MESSAGE);
      return LATER;
    }
    return sendPacket();
  }

  private void begin() {
    bytesLeft = traffic.payloadBytes() + (fragments ? SkBuff.UDP_HEADER_BYTES : 0);
    datagram++;
    damaged = peer == null && corruption.hitsNext();
    flow = flows.length == 1 ? 0 : (int) (random.nextDouble() * flows.length);
  }

  private void end() {
    if (peer == null) {
      done.run();
    } else {
      peer.finish(done);
    }
  }

  /** Sends a packet; its bytes if it arrives before anything else happens, or {@link #LATER}. */
  private int sendPacket() {
    int bytes = (int) Math.min(bytesLeft, mostBytes());
    int header = fragments ? SkBuff.UDP_HEADER_BYTES : 0;
    long arrivalNs = wire.send(simulator.nowNs(), bytes - header, protocol);
    if (simulator.advance(arrivalNs)) {
      return bytes;
    }
    simulator.schedule(arrivalNs, Simulator.DEVICE_PRIORITY, this, bytes);
    return LATER;
  }

  private long mostBytes() {
    if (fragments) {
      return wire.fragmentBytes();
    }
    return protocol == IpProtocol.IPPROTO_TCP ? wire.segmentBytes() : Long.MAX_VALUE;
  }
}

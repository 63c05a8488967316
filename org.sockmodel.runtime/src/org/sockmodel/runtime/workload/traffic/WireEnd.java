package org.sockmodel.runtime.workload.traffic;

import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.kernel.inet.SockAddr;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.nic.ReceiveSideScaling;
import org.sockmodel.runtime.kernel.nic.RxFlow;
import org.sockmodel.runtime.kernel.skb.ArpMessage;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.uapi.IpProtocol;

/** The far end of a card's wire: makes the packets that come from there, and hears what the card sends. */
public final class WireEnd implements NetDevice.Wire {

  /** The port that the first flow is sent from; the next one from the next port, and so on. */
  private static final int FIRST_PORT = 40_000;
  /** Fragments begin at multiples of this. */
  private static final int FRAGMENT_UNIT_BYTES = 8;

  private final Simulator simulator;
  private final NetDevice card;
  private final WireRate rate;
  private final SkBuffPool pool;
  private final Map<Integer, TcpPeer> peers = new HashMap<>();
  private final AddressQuery query = new AddressQuery(this);

  public WireEnd(Simulator simulator, NetDevice card, WireRate rate, SkBuffPool pool) {
    this.simulator = simulator;
    this.card = card;
    this.rate = rate;
    this.pool = pool;
    card.connect(this);
  }

  /** The peer that a card has on the wire: a {@link SockAddr}. */
  public static long peer(NetDevice card) {
    return SockAddr.of(card.ipAddress() + 1, FIRST_PORT);
  }

  Simulator simulator() {
    return simulator;
  }

  /** What the card computes from a flow's addresses and ports to choose its queue. */
  public int hash(int flow, int port) {
    return ReceiveSideScaling.hash(card.ipAddress() + 1, card.ipAddress(), FIRST_PORT + flow, port);
  }

  /** The same of fragments, which have no ports. */
  public int fragmentHash() {
    return ReceiveSideScaling.fragmentHash(card.ipAddress() + 1, card.ipAddress());
  }

  /** Whether the messages of a traffic are datagrams that the wire carries in fragments only. */
  public boolean fragments(TrafficDeclaration traffic) {
    return traffic.protocol() == TrafficDeclaration.Protocol.UDP
        && traffic.payloadBytes() + SkBuff.UDP_HEADER_BYTES + SkBuff.IP_HEADER_BYTES > card.mtuBytes();
  }

  /** How much of what follows the IP header a fragment carries that is not the last one, in bytes. */
  int fragmentBytes() {
    return card.mtuBytes() - SkBuff.IP_HEADER_BYTES & -FRAGMENT_UNIT_BYTES;
  }

  /** A packet of a flow to a port of the machine. */
  SkBuff packet(int protocol, int flow, int port, int payloadBytes) {
    return pool.allocate().fill(card, protocol, port, payloadBytes).from(FIRST_PORT + flow)
        .between(card.ipAddress() + 1, card.ipAddress());
  }

  /** What a full TCP segment with timestamps carries, in bytes. */
  int segmentBytes() {
    return card.mtuBytes() - SkBuff.IP_HEADER_BYTES - SkBuff.TCP_HEADER_BYTES;
  }

  /** Puts a packet on the wire at {@code atNs} or as soon as the wire is free; returns when it has arrived whole. */
  long send(long atNs, int payloadBytes, int protocol) {
    return rate.send(atNs, payloadBytes, protocol);
  }

  /** The sender of the connection to a port: all traffic to a port is one connection, damaged as the first is. */
  TcpPeer tcpPeer(int port, RxFlow flow, Corruption corruption) {
    return peers.computeIfAbsent(port, number -> new TcpPeer(this, number, flow, corruption));
  }

  /** Asks for the address of the card. */
  AddressQuery query() {
    return query;
  }

  /** A request for the card's address. */
  SkBuff request() {
    return ArpMessage.fill(pool.allocate(), card).between(card.ipAddress() + 1, card.ipAddress());
  }

  @Override
  public void receive(SkBuff skb) {
    if (skb.protocol() == ArpMessage.ETH_P_ARP) {
      query.answered();
      return;
    }
    TcpPeer peer = skb.protocol() == IpProtocol.IPPROTO_TCP ? peers.get(skb.sourcePort()) : null;
    if (peer != null) {
      peer.acknowledge(skb.tcp());
    }
  }
}

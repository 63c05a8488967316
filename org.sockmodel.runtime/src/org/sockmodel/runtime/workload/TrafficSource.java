package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.inet.SockAddr;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.nic.RxQueue;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.model.IpProtocol;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.random.RandomStream;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * A peer on the wire that sends messages to one port. A message larger than a segment becomes several packets, back to
 * back. As an event it is the complete arrival of one packet in the card's memory.
 */
public final class TrafficSource implements Event {

  /** The port that the peer sends from. */
  private static final int PEER_PORT = 40_000;

  /** TCP payload of a full Ethernet frame with timestamps: {@code 1500 - 20 - 32}, in bytes. */
  private static final int TCP_SEGMENT_BYTES = 1448;

  private final Simulator simulator;
  private final RxQueue queue;
  private final WireRate wire;
  private final SkBuffPool pool;
  private final NetDevice device;
  private final TrafficDeclaration traffic;
  private final GapSource gaps;
  private final int protocol;
  private final Runnable done;
  private long messagesLeft;
  private long bytesLeft;
  private long messageStartNs;

  /**
   * @param done run when the last packet has arrived
   */
  public TrafficSource(Simulator simulator, TrafficDeclaration traffic, RxQueue queue, WireRate wire, SkBuffPool pool,
      NetDevice device, RandomStream random, Runnable done) {
    this.simulator = simulator;
    this.traffic = traffic;
    this.queue = queue;
    this.wire = wire;
    this.pool = pool;
    this.device = device;
    this.done = done;
    gaps = new GapSource(traffic.gap(), random);
    protocol = traffic.protocol() == TrafficDeclaration.Protocol.TCP ? IpProtocol.IPPROTO_TCP : IpProtocol.IPPROTO_UDP;
    messagesLeft = traffic.count();
    messageStartNs = traffic.startNs();
    bytesLeft = traffic.payloadBytes();
  }

  /** The peer that a card has on the wire: a {@link SockAddr}. */
  public static long peer(NetDevice card) {
    return SockAddr.of(card.ipAddress() + 1, PEER_PORT);
  }

  /** Schedules the first packet. */
  public void start() {
    if (messagesLeft > 0) {
      sendPacket();
    } else {
      done.run();
    }
  }

  @Override
  public void fire(int packetBytes) {
    queue.arrive(pool.allocate().fill(device, protocol, traffic.port(), packetBytes).from(PEER_PORT)
        .between(device.ipAddress() + 1, device.ipAddress()));
    bytesLeft -= packetBytes;
    if (bytesLeft == 0) {
      if (--messagesLeft == 0) {
        done.run();
        return;
      }
      messageStartNs += gaps.nextNs();
      bytesLeft = traffic.payloadBytes();
    }
    sendPacket();
  }

  private void sendPacket() {
    int bytes = (int) (protocol == IpProtocol.IPPROTO_TCP ? Math.min(bytesLeft, TCP_SEGMENT_BYTES) : bytesLeft);
    long arrivalNs = wire.send(Math.max(messageStartNs, simulator.nowNs()), bytes, protocol);
    simulator.schedule(arrivalNs, Simulator.DEVICE_PRIORITY, this, bytes);
  }
}

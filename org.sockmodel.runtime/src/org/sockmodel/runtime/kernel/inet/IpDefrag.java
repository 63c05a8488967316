package org.sockmodel.runtime.kernel.inet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;

/**
 * Puts fragments together: {@code ip_defrag}, {@code net/ipv4/ip_fragment.c}. Fragments come in order here, so that a
 * queue need only count. A look-up costs O(datagrams that are not complete); allocates only to grow.
 *
 * <p>Caveat: a datagram that misses a fragment is forgotten, without a message to its sender, when another comes after
 * its time ({@code net.ipv4.ipfrag_time}).
 */
public final class IpDefrag {

  /** {@code IP_FRAG_TIME}. */
  private static final long FRAG_TIME_NS = 30_000_000_000L;

  private final SkBuffPool pool;
  private final int location;
  private final List<FragQueue> queues = new ArrayList<>();
  private final ArrayDeque<FragQueue> free = new ArrayDeque<>();

  /** {@code struct ipq}. */
  private static final class FragQueue {

    private Net net;
    private int source;
    private int destination;
    private int protocol;
    private int id;
    private int receivedBytes;
    private int truesizeBytes;
    private long expiresNs;
    private final SkBuffHead fragments = new SkBuffHead();

    void begin(Net ofNet, SkBuff skb, long nowNs) {
      net = ofNet;
      source = skb.sourceAddress();
      destination = skb.destinationAddress();
      protocol = skb.protocol();
      id = skb.ipFragment().id();
      receivedBytes = 0;
      truesizeBytes = 0;
      expiresNs = nowNs + FRAG_TIME_NS;
    }

    boolean isOf(Net ofNet, SkBuff skb) {
      return net == ofNet && id == skb.ipFragment().id() && protocol == skb.protocol() && source == skb.sourceAddress()
          && destination == skb.destinationAddress();
    }
  }

  public IpDefrag(SkBuffPool pool, Names names) {
    this.pool = pool;
    location = names.intern("inet_frag_reasm_prepare");
  }

  /** Takes a fragment; true if it is the last one, and now the whole packet, for which the first one gives way. */
  boolean add(Cpu cpu, SkBuff skb) {
    expire(cpu.nowNs());
    NetDevice.mib(skb).count(SnmpCounter.IP_REASM_REQDS);
    FragQueue queue = queue(NetDevice.of(skb).net(), skb, cpu.nowNs());
    queue.receivedBytes += skb.ipFragment().bytes();
    queue.truesizeBytes += skb.truesizeBytes();
    boolean whole = skb.ipFragment().isLast() && queue.receivedBytes == skb.wholeBytes();
    if (whole) {
      queue.net.mib().count(SnmpCounter.IP_REASM_OKS);
      reassemble(cpu, queue, skb);
      queues.remove(queue);
      free.add(queue);
    } else {
      queue.fragments.add(skb);
    }
    return whole;
  }

  /**
   * {@code ip_frag_reasm}: the last fragment becomes the first, whose place a copy of it takes at the end, unless there
   * is room for its data behind the first one's ({@code skb_try_coalesce}).
   */
  private void reassemble(Cpu cpu, FragQueue queue, SkBuff skb) {
    SkBuff head = queue.fragments.poll();
    cpu.trace().fire(ConsumeSkb.TRACEPOINT, head.address(), location);
    if (queue.fragments.isEmpty() && skb.ipFragment().bytes() <= head.tailRoomBytes()) {
      skb.reassemble(head.truesizeBytes(), null);
    } else {
      queue.fragments.add(pool.allocate().fill(skb.device(), skb.protocol(), skb.port(), 0));
      skb.reassemble(queue.truesizeBytes, queue.fragments.pollAll());
    }
    pool.free(head);
  }

  private FragQueue queue(Net net, SkBuff skb, long nowNs) {
    for (int i = 0; i < queues.size(); i++) {
      if (queues.get(i).isOf(net, skb)) {
        return queues.get(i);
      }
    }
    FragQueue queue = free.isEmpty() ? new FragQueue() : free.poll();
    queue.begin(net, skb, nowNs);
    queues.add(queue);
    return queue;
  }

  private void expire(long nowNs) {
    while (!queues.isEmpty() && queues.get(0).expiresNs < nowNs) {
      FragQueue late = queues.remove(0);
      late.net.mib().count(SnmpCounter.IP_REASM_FAILS);
      late.net.mib().count(SnmpCounter.IP_REASM_TIMEOUT);
      while (!late.fragments.isEmpty()) {
        pool.free(late.fragments.poll());
      }
      free.add(late);
    }
  }
}

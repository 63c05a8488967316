package org.sockmodel.runtime.kernel.inet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
 * <p>Datagrams that miss a fragment keep the others for half a minute. When those of a namespace are more than it may
 * keep, no fragment is taken any more, and earlier kernels threw the oldest datagrams away.
 *
 * <p>Fragments of a datagram with more than 64 others of its sender between them ({@code net.ipv4.ipfrag_max_dist}) are
 * taken for those of two, whose numbers are the same: the earlier ones are thrown away.
 *
 * <p>Caveats: what is late is dropped when the next fragment comes, and without a message to its sender; none comes
 * twice; a queue itself has no memory.
 */
public final class IpDefrag {

  /** {@code IP_FRAG_TIME}. */
  private static final long FRAG_TIME_NS = 30_000_000_000L;

  /** {@code net.ipv4.ipfrag_max_dist}. */
  private static final int MAX_DISTANCE = 64;

  private final SkBuffPool pool;
  private final int location;
  private final Limits limits;
  private final Drops refusals;
  private final Drops purges;
  private long[] keptBytes = new long[1];
  private final List<FragQueue> queues = new ArrayList<>();
  private final ArrayDeque<FragQueue> free = new ArrayDeque<>();
  private final InetPeers peers = new InetPeers();

  /** {@code struct ipq}. */
  private static final class FragQueue {

    private Net net;
    private int source;
    private int destination;
    private int protocol;
    private int id;
    private InetPeer peer;
    private int lastFragment;
    private int receivedBytes;
    private int truesizeBytes;
    private long expiresNs;
    private final SkBuffHead fragments = new SkBuffHead();

    void begin(Net ofNet, InetPeer from, SkBuff skb, long nowNs) {
      net = ofNet;
      peer = from;
      source = skb.sourceAddress();
      destination = skb.destinationAddress();
      protocol = skb.protocol();
      id = skb.ipFragment().id();
      receivedBytes = 0;
      truesizeBytes = 0;
      expiresNs = nowNs + FRAG_TIME_NS;
    }

    /** {@code ip_frag_too_far}. */
    boolean isTooFar() {
      int previous = lastFragment;
      lastFragment = peer.nextFragment();
      return !fragments.isEmpty() && lastFragment - previous > MAX_DISTANCE;
    }

    boolean isOf(Net ofNet, SkBuff skb) {
      return net == ofNet && id == skb.ipFragment().id() && protocol == skb.protocol() && source == skb.sourceAddress()
          && destination == skb.destinationAddress();
    }
  }

  /**
   * How much is kept, and what becomes of more.
   *
   * @param highBytes {@code net.ipv4.ipfrag_high_thresh}, in bytes of memory for each namespace
   * @param evicts whether {@code inet_frag_evictor} makes room, until three quarters of it are kept
   * @param tellsReason whether it is said of late fragments that they are
   */
  public record Limits(long highBytes, boolean evicts, boolean tellsReason) {

    /** {@code net.ipv4.ipfrag_high_thresh}. */
    public static final long HIGH_BYTES = 4L << 20;

    long lowBytes() {
      return highBytes / 4 * 3;
    }
  }

  public IpDefrag(SkBuffPool pool, Names names, Limits limits) {
    this.pool = pool;
    this.limits = limits;
    location = names.intern("inet_frag_reasm_prepare");
    refusals = new Drops(pool, names, "ip_defrag");
    purges = new Drops(pool, names, limits.evicts ? "inet_frag_destroy" : "inet_frag_rbtree_purge");
  }

  /**
   * Takes a fragment, or drops it; true if it is the last one, and now the whole packet, for which the first one gives
   * way.
   */
  boolean add(Cpu cpu, SkBuff skb) {
    Net net = NetDevice.of(skb).net();
    expire(cpu);
    if (limits.evicts && isFull(net)) {
      evict(cpu, net);
    }
    net.mib().count(SnmpCounter.IP_REASM_REQDS);
    if (isFull(net)) {
      net.mib().count(SnmpCounter.IP_REASM_FAILS);
      refusals.drop(cpu, skb, DropReason.NOT_SPECIFIED);
      return false;
    }
    return queue(cpu, net, skb);
  }

  private boolean queue(Cpu cpu, Net net, SkBuff skb) {
    FragQueue queue = queue(net, skb, cpu.nowNs());
    if (queue.isTooFar()) {
      restart(cpu, queue);
    }
    keptBytes[net.id()] += skb.truesizeBytes();
    queue.receivedBytes += skb.ipFragment().bytes();
    queue.truesizeBytes += skb.truesizeBytes();
    boolean whole = skb.ipFragment().isLast() && queue.receivedBytes == skb.wholeBytes();
    if (whole) {
      net.mib().count(SnmpCounter.IP_REASM_OKS);
      keptBytes[net.id()] -= queue.truesizeBytes;
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

  /** {@code ip_frag_reinit}. */
  private void restart(Cpu cpu, FragQueue queue) {
    queue.net.mib().count(SnmpCounter.IP_REASM_FAILS);
    keptBytes[queue.net.id()] -= queue.truesizeBytes;
    Drops drops = limits.evicts ? refusals : purges;
    DropReason reason = limits.tellsReason ? DropReason.FRAG_TOO_FAR : DropReason.NOT_SPECIFIED;
    while (!queue.fragments.isEmpty()) {
      drops.drop(cpu, queue.fragments.poll(), reason);
    }
    queue.receivedBytes = 0;
    queue.truesizeBytes = 0;
    queue.expiresNs = cpu.nowNs() + FRAG_TIME_NS;
    queues.remove(queue);
    queues.add(queue);
  }

  private FragQueue queue(Net net, SkBuff skb, long nowNs) {
    for (int i = 0; i < queues.size(); i++) {
      if (queues.get(i).isOf(net, skb)) {
        return queues.get(i);
      }
    }
    FragQueue queue = free.isEmpty() ? new FragQueue() : free.poll();
    queue.begin(net, peers.get(net, skb.sourceAddress()), skb, nowNs);
    queues.add(queue);
    return queue;
  }

  private boolean isFull(Net net) {
    if (net.id() >= keptBytes.length) {
      keptBytes = Arrays.copyOf(keptBytes, net.id() + 1);
    }
    return keptBytes[net.id()] > limits.highBytes;
  }

  /** {@code ip_expire}. */
  private void expire(Cpu cpu) {
    while (!queues.isEmpty() && queues.get(0).expiresNs < cpu.nowNs()) {
      queues.get(0).net.mib().count(SnmpCounter.IP_REASM_TIMEOUT);
      destroy(cpu, 0, limits.tellsReason ? DropReason.FRAG_REASM_TIMEOUT : DropReason.NOT_SPECIFIED);
    }
  }

  private void evict(Cpu cpu, Net net) {
    int place = 0;
    while (place < queues.size() && keptBytes[net.id()] > limits.lowBytes()) {
      if (queues.get(place).net == net) {
        destroy(cpu, place, DropReason.NOT_SPECIFIED);
      } else {
        place++;
      }
    }
  }

  /** {@code inet_frag_destroy} of a datagram that misses something. */
  private void destroy(Cpu cpu, int place, DropReason reason) {
    FragQueue queue = queues.remove(place);
    queue.net.mib().count(SnmpCounter.IP_REASM_FAILS);
    keptBytes[queue.net.id()] -= queue.truesizeBytes;
    while (!queue.fragments.isEmpty()) {
      purges.drop(cpu, queue.fragments.poll(), reason);
    }
    free.add(queue);
  }
}

package org.sockmodel.runtime.analysis.receive;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import java.util.Arrays;
import org.sockmodel.runtime.analysis.path.Delivery;

/**
 * What each socket of datagrams was told of and nobody has got yet, oldest first, where the trace shows which socket
 * that was ({@code sk_data_ready} with {@code skaddr}, {@code sock_recv_length} with {@code sk}). A socket gives its
 * datagrams in the order in which it was told of them, whoever reads them.
 *
 * <p>A queue is believed once the trace has shown it empty: a reader slept on it until it was told, or went away with
 * {@code EAGAIN}. Whatever it was told of before a reader went to sleep has been read.
 *
 * <p>A socket of AF_UNIX is told once for each buffer. Where the trace shows from which buffers a call copies, and when
 * they are freed ({@code skb_copy_datagram_iovec}, {@code consume_skb}), a call gets what it was told of the first of
 * them, or nothing if an earlier call has begun that. Otherwise such a socket does not tell whether it gives datagrams:
 * it does if as many calls as it was told, when there were several at once, find it empty. If it is empty sooner, it is
 * a stream, of which a call gets all that there is; who reads that in pieces is not followed.
 *
 * <p>Cost: a hash and a comparison; memory for the sockets that were told and for what most was outstanding; no
 * allocation otherwise.
 */
final class DatagramQueues {

  /** What a call gets that goes on with a buffer which an earlier one began. */
  static final Delivery REST = new Delivery();

  private static final long HASH = 0x9E3779B97F4A7C15L;
  private static final int FIRST_SOCKETS = 64;
  /** With more sockets, those that come later are not followed. */
  private static final int MAX_SOCKETS = 1 << 16;

  private Queue[] sockets = new Queue[FIRST_SOCKETS];
  private int count;

  /** One socket's. */
  private static final class Queue {

    private static final int FIRST_CAPACITY = 4;
    /** More than a receive buffer of a few megabytes holds; then the oldest are forgotten, and the order with them. */
    private static final int MAX_CAPACITY = 1 << 14;
    /** More than {@code net.unix.max_dgram_qlen} usually allows; there may be many such sockets. */
    private static final int MAX_LOCAL = 1 << 8;

    /** Sockets of UDP give nothing but datagrams. */
    private static final int CERTAIN = 1 << 10;
    private static final int ENOUGH_PROOFS = 2;
    private static final int MOST_PROOFS = 4;

    final long sk;
    Delivery[] ring = new Delivery[FIRST_CAPACITY];
    int head;
    int size;
    boolean believed;
    /** Whether one of several was got since it was empty. */
    private boolean hadSeveral;
    /** How surely it gives datagrams, from 0. */
    private int proofs;
    /** How surely it gives all that there is, from 0. */
    private int streamProofs;
    /** How many were got of which the socket is yet to be told: a reader may be quicker than who tells. */
    int early;
    /** The buffer that a call has begun and left for a later one; 0 if there is none. */
    private long begun;
    /** Whether one was left for which nobody came: the trace does not show when buffers are freed. */
    private boolean hidesFrees;

    Queue(long sk, boolean datagrams) {
      this.sk = sk;
      this.proofs = datagrams ? CERTAIN : 0;
    }

    /** Whether one call takes one of those that the socket was told of. */
    private boolean givesDatagrams() {
      return proofs >= ENOUGH_PROOFS;
    }

    /** The socket is empty, but of {@code left} nobody is known to have got them. */
    void judge(int left) {
      if (isLocal() && believed) {
        boolean gaveAll = left > 0 && early == 0;
        boolean gaveOneEach = left == 0 && early == 0 && hadSeveral;
        proofs = judge(proofs, gaveOneEach, gaveAll || early > 0);
        streamProofs = judge(streamProofs, gaveAll, gaveOneEach || early > 0);
      }
      hadSeveral = false;
    }

    private static int judge(int before, boolean proven, boolean disproven) {
      return proven ? Math.min(MOST_PROOFS, before + 1) : disproven ? Math.max(0, before - 2) : before;
    }

    /** Whether one call takes all of those that the socket was told of. */
    private boolean givesAll() {
      return streamProofs >= ENOUGH_PROOFS;
    }

    /** What a call gets now; valid until the next call, and null if there is no telling. */
    Delivery get() {
      if (givesDatagrams()) {
        return take();
      }
      if (givesAll()) {
        Delivery first = oldest();
        clear();
        return first;
      }
      take();
      return null;
    }

    /** Whether what a call gets can be told by the buffers that it has copied from. */
    boolean showsBuffers(CopiedBuffers copied) {
      return isLocal() && !hidesFrees && !copied.isEmpty();
    }

    /** What it gets then; valid as above. */
    Delivery get(CopiedBuffers copied) {
      if (begun != 0 && begun != copied.first()) {
        hidesFrees = true;
        forget();
        return null;
      }
      Delivery first = copied.first() == begun ? REST : next();
      for (int used = copied.usedUpAfterFirst(); used > 0; used--) {
        next();
      }
      begun = copied.firstIfLeft();
      return first;
    }

    /** The oldest one; null if the socket is yet to be told of it. */
    private Delivery next() {
      early += size == 0 ? 1 : 0;
      return size == 0 ? null : take();
    }

    Delivery oldest() {
      return ring[head];
    }

    void add(Delivery delivery) {
      if (early > 0) {
        early--;
        return;
      }
      if (size == (isLocal() ? MAX_LOCAL : MAX_CAPACITY)) {
        forget();
      }
      if (size == ring.length) {
        grow();
      }
      int place = head + size & ring.length - 1;
      if (ring[place] == null) {
        ring[place] = new Delivery();
      }
      ring[place].copy(delivery);
      size++;
    }

    /** Lets those go that are older than a time at which it was empty; how many these are. */
    int leave(long emptySinceNs) {
      int left = 0;
      while (size > 0 && oldest().dataReadyNs() < emptySinceNs) {
        take();
        left++;
      }
      return left;
    }

    /** The oldest one, valid until the next call. */
    Delivery take() {
      hadSeveral |= size > 1;
      Delivery taken = oldest();
      head = head + 1 & ring.length - 1;
      size--;
      return taken;
    }

    void forget() {
      clear();
      believed = false;
    }

    boolean isLocal() {
      return proofs < CERTAIN;
    }

    void clear() {
      head = 0;
      size = 0;
      early = 0;
      begun = 0;
    }

    private void grow() {
      Delivery[] larger = new Delivery[2 * ring.length];
      for (int i = 0; i < ring.length; i++) {
        larger[i] = ring[head + i & ring.length - 1];
      }
      ring = larger;
      head = 0;
    }
  }

  /** A socket, if it is known, was told of a datagram, or if that is not sure, of data. */
  void told(Delivery delivery, boolean datagrams) {
    Queue queue = find(delivery.sk());
    if (queue == null && count < MAX_SOCKETS) {
      queue = begin(delivery.sk(), datagrams);
    }
    if (queue != null && queue.believed) {
      queue.add(delivery);
    }
  }

  /** A reader that waited for a socket was woken since the socket was told: nothing was there before. */
  void woken(Delivery cause) {
    Queue queue = find(cause.sk());
    if (queue != null && !queue.believed) {
      queue.clear();
      queue.add(cause);
      queue.believed = true;
    }
  }

  /** A reader found a socket empty. */
  void foundEmpty(long sk) {
    Queue queue = find(sk);
    if (queue != null) {
      queue.judge(queue.size);
      queue.clear();
      queue.believed = true;
    }
  }

  /**
   * Somebody got a socket's next datagram.
   *
   * @param emptySinceNs a time at which the socket was empty, since somebody then went to sleep; {@link
   *     Delivery#UNKNOWN_NS} if there is none
   * @param copied the buffers that it was copied from, if they are known
   * @return its delivery, valid until the next call; {@link #REST} if an earlier call has that; null if there is no
   *     telling
   */
  Delivery taken(long sk, long emptySinceNs, CopiedBuffers copied) {
    Queue queue = find(sk);
    if (queue == null || !queue.believed) {
      return null;
    }
    if (emptySinceNs != UNKNOWN_NS) {
      int left = queue.leave(emptySinceNs);
      queue.judge(left);
      queue.early = 0;
      queue.begun = 0;
    }
    if (queue.showsBuffers(copied)) {
      return queue.get(copied);
    }
    if (queue.size == 0) {
      queue.early++;
      return null;
    }
    return queue.get();
  }

  /** Events are lost: nothing is known of any socket. */
  void forget() {
    for (Queue queue : sockets) {
      if (queue != null) {
        queue.forget();
      }
    }
  }

  private Queue find(long sk) {
    int place = place(sk);
    while (sockets[place] != null && sockets[place].sk != sk) {
      place = place + 1 & sockets.length - 1;
    }
    return sockets[place];
  }

  private Queue begin(long sk, boolean datagrams) {
    if (2 * count >= sockets.length) {
      Queue[] before = sockets;
      sockets = new Queue[2 * before.length];
      Arrays.stream(before).filter(queue -> queue != null).forEach(this::put);
    }
    count++;
    return put(new Queue(sk, datagrams));
  }

  private Queue put(Queue queue) {
    int place = place(queue.sk);
    while (sockets[place] != null) {
      place = place + 1 & sockets.length - 1;
    }
    sockets[place] = queue;
    return queue;
  }

  private int place(long sk) {
    return (int) (sk * HASH >>> 40) & sockets.length - 1;
  }
}

package org.sockmodel.runtime.analysis.receive;

import java.util.Arrays;
import org.sockmodel.runtime.analysis.path.Delivery;
import org.sockmodel.runtime.analysis.path.Origin;
import org.sockmodel.runtime.analysis.path.PacketPaths;
import org.sockmodel.runtime.analysis.state.CallKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.TaskState;

/** Finds the delivery that a message came by, by the best evidence there is, and never twice the same one. */
final class Deliveries {

  private static final CopiedBuffers NOTHING = new CopiedBuffers();
  private static final SocketKind[] KINDS = SocketKind.values();

  private final PacketPaths paths;
  /** By kinds of sockets; null for those of which none was told. */
  private final Outstanding[] outstanding = new Outstanding[KINDS.length];
  private final DatagramQueues queues = new DatagramQueues();

  /** Whether the trace shows the sockets of datagrams, both when they are told and when they are read. */
  private boolean showsSockets;
  private long maybeLeft;

  Deliveries(PacketPaths paths) {
    this.paths = paths;
  }

  /** A socket was told of data; by {@code owner}, if that is a reader in its call. */
  void told(CpuState cpu, Reader owner) {
    Delivery delivery = paths.lastTold(cpu);
    SocketKind kind = kindOf(delivery);
    if (owner != null && kind.isTcp() && delivery.origin() == Origin.DIRECT) {
      owner.backlog.told(delivery);
      return;
    }
    boolean datagrams = kind.givesDatagrams();
    if (delivery.sk() != 0 && (datagrams || kind == SocketKind.UNIX)) {
      queues.told(delivery, datagrams);
    }
    if (kind.isFollowed() && !(datagrams && delivery.sk() != 0 && showsSockets)) {
      of(kind).add(delivery);
    }
  }

  /** A waiting reader is woken because of a delivery. */
  void woken(Delivery cause) {
    if (cause.sk() != 0) {
      queues.woken(cause);
    }
  }

  /** A reader went away from an empty socket. */
  void foundEmpty(long sk, SocketKind kind) {
    queues.foundEmpty(sk);
    if (kind.givesDatagrams()) {
      of(kind).foundEmpty();
    }
  }

  /** How many messages may be what their reader had left before, or what woke it. */
  long maybeLeft() {
    return maybeLeft;
  }

  /** Somebody got the next datagram of a socket; {@code reader} is null if it is nobody who is followed. */
  void taken(long sk, long bytes, Reader reader, TaskState task) {
    boolean many = reader != null && (task.call() == CallKind.RECEIVE_MANY || !task.call().reads());
    boolean slept = reader != null && task.sleptInCall() && !(many && reader.batch.exact);
    Delivery delivery = queues.taken(sk, slept ? task.callEnterNs() : Delivery.UNKNOWN_NS,
        reader == null ? NOTHING : reader.copied);
    if (many) {
      takeOneOfMany(reader, sk, delivery).bytes = bytes;
    } else if (reader != null) {
      reader.sk = sk;
      reader.goesOn |= delivery == DatagramQueues.REST;
    }
    if (delivery == null || delivery == DatagramQueues.REST) {
      return;
    }
    if (!showsSockets && kindOf(delivery).givesDatagrams()) {
      showsSockets = true;
      Arrays.setAll(outstanding, i -> KINDS[i].givesDatagrams() ? null : outstanding[i]);
    }
    if (reader != null && !many && !reader.takes) {
      reader.takes = true;
      reader.taken.copy(delivery);
    }
  }

  private Taken takeOneOfMany(Reader reader, long sk, Delivery queued) {
    Batch batch = reader.batch;
    Wakeup wakeup = reader.wakeup;
    long copiedSkbaddr = batch.copiedSkbaddr;
    Delivery copied = copiedFrom(copiedSkbaddr, sk, queued);
    Delivery known = copied != null ? copied : queued;
    if (!batch.exact) {
      batch.clear();
      batch.exact = true;
    }
    Taken taken = batch.add();
    taken.sk = sk;
    boolean goesOn = known == DatagramQueues.REST;
    boolean wakes = known == null ? wakeup.pending && isOf(wakeup.delivery, sk) : isOfWakeup(known, wakeup);
    if (wakes) {
      taken.set(wakeup);
      wakeup.clear();
    } else if (known != null && !goesOn) {
      taken.set(copied != null ? Attribution.BUFFER : Attribution.ORDER, known);
      clearIfBefore(wakeup, known);
    } else {
      taken.setWithoutWay(goesOn ? Attribution.PIECE : Attribution.NONE);
    }
    paths.consumed(copiedSkbaddr);
    batch.copiedSkbaddr = 0;
    return taken;
  }

  private static boolean isOf(Delivery delivery, long sk) {
    return delivery.sk() == 0 || delivery.sk() == sk;
  }

  /** A call that takes many messages has copied from a buffer. */
  void copiedOneOfMany(Reader reader, long skbaddr) {
    Batch batch = reader.batch;
    if (batch.copiedSkbaddr == 0 || !batch.exact && batch.copiedSkbaddr != skbaddr) {
      endCopy(reader);
      batch.copiedSkbaddr = skbaddr;
    }
  }

  private void endCopy(Reader reader) {
    Batch batch = reader.batch;
    Delivery copied = batch.exact ? null : copiedFrom(batch.copiedSkbaddr, 0, null);
    if (copied != null && isOfWakeup(copied, reader.wakeup)) {
      batch.add().set(reader.wakeup);
      reader.wakeup.clear();
    } else if (copied != null) {
      batch.add().set(Attribution.BUFFER, copied);
    }
    paths.consumed(batch.copiedSkbaddr);
    batch.copiedSkbaddr = 0;
  }

  /** A task sleeps. What io_uring has taken for it and not told is part of something that is told later. */
  void sleeps(Reader reader, TaskState task) {
    if (task.call() != CallKind.RECEIVE_MANY) {
      reader.beginUring();
    } else if (reader.wakeup.ran) {
      waitForOneMore(reader);
    }
  }

  /** A call that takes many messages sleeps for another one: it has taken what it was woken for. */
  private void waitForOneMore(Reader reader) {
    endCopy(reader);
    if (!reader.batch.exact && reader.wakeup.pending) {
      reader.batch.add().set(reader.wakeup);
      reader.wakeup.clear();
    }
  }

  /** A call returns many messages, whose ways are to be filled in, one after the other. */
  void endBatch(Reader reader, TaskState task) {
    if (task.call() == CallKind.RECEIVE_MANY) {
      waitForOneMore(reader);
    } else {
      reader.beginBatch();
    }
  }

  /** Events are lost. */
  void lost() {
    queues.forget();
  }

  /** Fills in the way of the message that {@code reader} got. */
  void attribute(Message message, Reader reader, TaskState task) {
    Wakeup wakeup = reader.wakeup;
    boolean wokenInCall = wakeup.pending && wakeup.wakingNs >= task.callEnterNs();
    if (!wokenInCall && byBuffer(message, reader, task)) {
      return;
    }
    if (byQueue(message, reader, task)) {
      return;
    }
    // What woke the reader comes behind what an earlier call has left of a buffer.
    boolean goesOn = reader.goesOn || goesOnOverTcp(reader, task);
    if (goesOn && !wokenInCall) {
      message.attributeToEarlier();
    } else if (mayHaveLeft(wakeup)) {
      of(kindOf(wakeup.delivery)).leaveOldest();
      wakeup.clear();
      maybeLeft++;
    } else if (wakeup.pending) {
      message.wokenBy(wakeup);
      got(wakeup.delivery);
      reader.socketKind = known(wakeup.delivery, reader.socketKind);
      reader.socketFd = task.callFd();
      claim(reader, claimant(task), wakeup.delivery.sequence());
      paths.consumed(reader.copiedSkbaddr);
      wakeup.clear();
    } else {
      byOrder(message, reader, task, claimant(task));
    }
  }

  /** A datagram has been got, be its buffer copied from in sight or not: who copies from that address gets another. */
  private void got(Delivery delivery) {
    if (kindOf(delivery).givesDatagrams()) {
      paths.consumed(delivery);
    }
  }

  /** Whether its reader may have left an older datagram, where the trace does not tell which socket was told. */
  private boolean mayHaveLeft(Wakeup wakeup) {
    SocketKind kind = kindOf(wakeup.delivery);
    return wakeup.pending && wakeup.waited && wakeup.delivery.sk() == 0 && kind.isFollowed()
        && of(kind).mayHaveLeft(wakeup.delivery.sequence());
  }

  private boolean goesOnOverTcp(Reader reader, TaskState task) {
    return kindOf(reader, task).isTcp() && paths.isConsumed(reader.copiedSkbaddr);
  }

  /** The kind of the socket that a call is made for. */
  private static SocketKind kindOf(Reader reader, TaskState task) {
    return reader.socketFd == task.callFd() ? reader.socketKind : SocketKind.UNKNOWN;
  }

  /**
   * Fills in the way of the next message of a call that returned many.
   *
   * @param left how many are left of these, with this one
   * @return whether it woke its reader and the switch to it was not recorded
   */
  boolean attributeOneOfMany(Message message, Reader reader, TaskState task, long left) {
    Batch batch = reader.batch;
    boolean known = batch.left() > 0
        && (batch.exact || left <= batch.left() || !hasBefore(reader, batch.first().delivery));
    Taken taken = known ? batch.next() : null;
    if (taken != null && message.bytes() == Message.UNKNOWN_BYTES) {
      message.bytes(taken.bytes);
    }
    long claimant = taken != null && task.callFd() == TaskState.UNKNOWN ? taken.sk : claimant(task);
    if (taken != null && taken.attribution == Attribution.PIECE) {
      message.attributeToEarlier();
      return false;
    }
    if (taken == null || taken.attribution == Attribution.NONE) {
      byOrder(message, reader, task, claimant);
      return false;
    }
    message.attribute(taken);
    reader.socketKind = known(taken.delivery, reader.socketKind);
    reader.socketFd = task.callFd();
    claim(reader, claimant, taken.delivery.sequence());
    return taken.unseen;
  }

  private boolean hasBefore(Reader reader, Delivery delivery) {
    SocketKind kind = known(delivery, reader.socketKind);
    return kind.isFollowed() && of(kind).hasBefore(delivery.sequence());
  }

  private boolean byBuffer(Message message, Reader reader, TaskState task) {
    // No packet comes to a socket of AF_UNIX, but the kernel may use the address of one again.
    boolean noPacket = reader.copiedSkbaddr == 0 || kindOf(reader, task) == SocketKind.UNIX;
    Delivery delivery = noPacket ? null : copiedFrom(reader.copiedSkbaddr, reader.sk, reader.queued());
    if (delivery == null && !noPacket) {
      delivery = fromBacklog(reader);
    }
    if (delivery == null || isOfWakeup(delivery, reader.wakeup)) {
      return false;
    }
    message.attribute(Attribution.BUFFER, delivery);
    claim(reader, claimant(task), delivery.sequence());
    clearIfBefore(reader.wakeup, delivery);
    paths.consumed(reader.copiedSkbaddr);
    return true;
  }

  /**
   * The way of the packet at an address that a socket's reader has copied from; null if that is not known. What the
   * kernel has cloned, or has cut from a larger packet, may have the address of an earlier one: that was for another
   * socket, or is not what this socket gives next.
   *
   * @param sk the socket, or 0 if it is not known
   * @param queued what the socket gives by its order; null if that is not known
   */
  private Delivery copiedFrom(long skbaddr, long sk, Delivery queued) {
    Delivery delivery = skbaddr == 0 ? null : paths.deliveryOf(skbaddr);
    boolean other = delivery != null && (sk != 0 && delivery.sk() != 0 && delivery.sk() != sk
        || queued != null && queued != DatagramQueues.REST && queued.sequence() != delivery.sequence());
    return other ? null : delivery;
  }

  /** The way of the buffer that was copied, if it waited in the backlog; null if it did not. */
  private Delivery fromBacklog(Reader reader) {
    long receivedNs = paths.untoldSince(reader.copiedSkbaddr);
    if (receivedNs == Delivery.UNKNOWN_NS || !reader.backlog.reach(receivedNs)) {
      return null;
    }
    Backlog backlog = reader.backlog;
    Delivery delivery = paths.told(reader.copiedSkbaddr, backlog.firstNs(), backlog.firstSequence());
    backlog.removeFirst();
    return delivery;
  }

  private static SocketKind kindOf(Delivery delivery) {
    return SocketKind.of(delivery.family(), delivery.protocol());
  }

  /** By the order of the socket's queue, unless it is the datagram that the reader was woken for. */
  private boolean byQueue(Message message, Reader reader, TaskState task) {
    if (!reader.takes || isOfWakeup(reader.taken, reader.wakeup)) {
      return false;
    }
    message.attribute(Attribution.ORDER, reader.taken);
    got(reader.taken);
    SocketKind kind = kindOf(reader.taken);
    if (!kind.givesDatagrams()) {
      of(kind).claim(claimant(task), reader.taken.sequence());
    }
    clearIfBefore(reader.wakeup, reader.taken);
    return true;
  }

  /** A wake-up is done with when its reader gets something that the same socket was told of later. */
  private static void clearIfBefore(Wakeup wakeup, Delivery taken) {
    boolean sameSocket = taken.sk() != 0 && wakeup.delivery.sk() == taken.sk();
    if (sameSocket && wakeup.delivery.sequence() < taken.sequence()) {
      wakeup.clear();
    }
  }

  private static boolean isOfWakeup(Delivery delivery, Wakeup wakeup) {
    return wakeup.pending && wakeup.delivery.sequence() == delivery.sequence();
  }

  private void byOrder(Message message, Reader reader, TaskState task, long claimant) {
    boolean sameSocket = reader.socketFd == task.callFd() || reader.socketFd == TaskState.UNKNOWN;
    SocketKind kind = reader.socketKind != SocketKind.UNKNOWN && sameSocket ? reader.socketKind : onlyKind();
    if (!kind.isFollowed()) {
      return;
    }
    Delivery delivery = of(kind).next(claimant);
    if (delivery != null) {
      message.attribute(Attribution.ORDER, delivery);
      got(delivery);
      reader.socketKind = kind;
      reader.socketFd = task.callFd();
    }
  }

  /** The kind of the only delivery that is outstanding; unknown if there are none or several. */
  private SocketKind onlyKind() {
    SocketKind only = SocketKind.UNKNOWN;
    int total = 0;
    for (SocketKind kind : KINDS) {
      int size = outstanding[kind.ordinal()] == null ? 0 : outstanding[kind.ordinal()].size();
      total += size;
      only = size == 1 ? kind : only;
    }
    return total == 1 ? only : SocketKind.UNKNOWN;
  }

  private void claim(Reader reader, long claimant, long sequence) {
    if (reader.socketKind.isFollowed()) {
      of(reader.socketKind).claim(claimant, sequence);
    }
  }

  private static SocketKind known(Delivery delivery, SocketKind otherwise) {
    SocketKind kind = kindOf(delivery);
    return kind == SocketKind.UNKNOWN ? otherwise : kind;
  }

  /** A socket, as far as it can be told: a descriptor of a task. */
  private static long claimant(TaskState task) {
    return task.callFd() == TaskState.UNKNOWN ? Outstanding.UNKNOWN_READER
        : (long) task.tid() << 32 | task.callFd() & 0xffffffffL;
  }

  private Outstanding of(SocketKind kind) {
    int place = kind.ordinal();
    if (outstanding[place] == null) {
      outstanding[place] = new Outstanding(kind);
    }
    return outstanding[place];
  }
}

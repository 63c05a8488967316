package org.sockmodel.runtime.analysis.receive;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import org.sockmodel.runtime.analysis.path.Delivery;

/** What is known of a task as a reader of sockets. */
final class Reader {

  final Wakeup wakeup = new Wakeup();

  /** Whether it has made a receive call on a socket. */
  boolean confirmed;

  /** Whether its current call is counted though it has not returned. */
  boolean callCounted;

  /** Whether it is among the readers that are counted. */
  boolean counted;

  /** Whether its wake-ups and switches are counted: from its first call that may be a receive call. */
  boolean counting;
  long wakeups;
  long switches;

  final LastWakeup lastWakeup = new LastWakeup();

  /** When it was switched in last, and what its CPU ran before that. */
  long switchedInNs = UNKNOWN_NS;
  int ranBefore = Message.UNKNOWN;

  /** Whether the current call is known to be on a socket. */
  boolean socketShown;

  /** The buffer that the current call copied from first, or next if an earlier call began that; 0 if none was seen. */
  long copiedSkbaddr;

  /** All that it has copied from since it got something last. */
  final CopiedBuffers copied = new CopiedBuffers();

  final Backlog backlog = new Backlog();

  /** Kind of socket of the last call. */
  SocketKind socketKind = SocketKind.UNKNOWN;

  /** The descriptor that {@link #socketKind} holds for; unknown if the trace begins in the middle of that call. */
  int socketFd = -1;
  int port = -1;

  /** The socket of the current call, once something was got from it; 0 before, or if the trace does not show it. */
  long sk;

  /** The oldest datagram of the socket of the current call, if {@link #takes}. */
  final Delivery taken = new Delivery();
  boolean takes;

  /** Whether the current call goes on with a buffer of its socket that an earlier call began to read. */
  boolean goesOn;

  /** What its call, if that is one that takes many messages, or io_uring has taken so far; null before the first. */
  Batch batch;

  /** The name that {@link #accepted} was decided for; the first decision is due. */
  int judgedComm = -1;
  boolean accepted;

  /** Another call begins that may read a socket. */
  void beginCall(boolean receives) {
    socketShown = receives;
    copiedSkbaddr = 0;
    copied.clear();
    sk = 0;
    takes = false;
    goesOn = false;
    port = -1;
    callCounted = false;
    counting = true;
  }

  /** What the current call gets by the order of its socket; null if that is not known. */
  Delivery queued() {
    return takes ? taken : null;
  }

  void switchedIn(int before, long timeNs) {
    ranBefore = before;
    switchedInNs = timeNs;
  }

  void beginBatch() {
    if (batch == null) {
      batch = new Batch();
    }
    batch.clear();
  }

  void beginUring() {
    beginBatch();
    batch.exact = true;
  }

  void forget() {
    wakeup.clear();
    if (batch != null) {
      batch.clear();
    }
    backlog.clear();
    confirmed = false;
    counted = false;
    wakeups = 0;
    switches = 0;
    lastWakeup.clear();
    switchedIn(Message.UNKNOWN, UNKNOWN_NS);
    beginCall(false);
    counting = false;
    socketKind = SocketKind.UNKNOWN;
    socketFd = -1;
    judgedComm = -1;
    accepted = false;
  }
}

package org.sockmodel.runtime.kernel.nic;

/** When the card of one queue interrupts for packets that wait in the ring. */
public abstract class InterruptModeration {

  private RxQueue queue;

  void attach(RxQueue newQueue) {
    queue = newQueue;
  }

  final RxQueue queue() {
    return queue;
  }

  /** Packets wait and the line is not masked: one has just arrived, or the line has just been unmasked. */
  abstract void packetsWait(int packets);

  /** The driver has polled the ring empty; {@code packets} and {@code bytes} of all polls so far. */
  void pollCompleted(long interrupts, long packets, long bytes) {
  }
}

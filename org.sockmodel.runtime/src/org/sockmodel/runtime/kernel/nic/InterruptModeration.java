package org.sockmodel.runtime.kernel.nic;

/** When the card interrupts for packets that wait for the driver of one vector. */
public abstract class InterruptModeration {

  private InterruptVector vector;

  void attach(InterruptVector newVector) {
    vector = newVector;
  }

  final InterruptVector vector() {
    return vector;
  }

  /** Packets wait and the vector is not masked: one has just come, or the vector has just been unmasked. */
  abstract void packetsWait(int packets);

  /** The driver has polled the ring empty; {@code packets} and {@code bytes} of all polls so far. */
  void pollCompleted(long interrupts, long packets, long bytes) {
  }
}

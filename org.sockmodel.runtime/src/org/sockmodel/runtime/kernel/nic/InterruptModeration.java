package org.sockmodel.runtime.kernel.nic;

/**
 * When the card interrupts for what waits for the driver: packets that came, or packets that are sent. Several may
 * share a vector; each counts its own interrupts, as {@code cq->event_ctr} of mlx5 does.
 */
public abstract class InterruptModeration {

  private InterruptVector vector;
  private long events;

  void attach(InterruptVector newVector) {
    vector = newVector;
    vector.add(this);
  }

  final InterruptVector vector() {
    return vector;
  }

  /** Interrupts and masks the vector, unless it is masked. */
  final void raise() {
    if (!vector.isMasked()) {
      events++;
      vector.raise();
    }
  }

  /** How many interrupts were for what this holds back. */
  final long events() {
    return events;
  }

  /** Packets wait and the vector is not masked: one has just come, or the vector has just been unmasked. */
  abstract void packetsWait(int packets);

  /** Whether a time is running at whose end the card interrupts. */
  abstract boolean isPending();

  /** As {@code ethtool -C} during operation: counts from the next packet. */
  abstract void set(long delayNs, int frames);

  /** The vector has interrupted, for this or for another: a poll will see to all that waits. */
  void masked() {
  }

  /** Has what is sent count too, if the driver chooses by what its polls bring. */
  void countTransmits(TxRing ring) {
  }

  /** The driver has polled the ring empty; {@code packets} and {@code bytes} of all polls so far. */
  void pollCompleted(long packets, long bytes) {
  }
}

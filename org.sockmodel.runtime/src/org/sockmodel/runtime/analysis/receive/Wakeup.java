package org.sockmodel.runtime.analysis.receive;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import org.sockmodel.runtime.analysis.path.Delivery;

/** The wake-up of a reader by a packet, until the reader has got a message or sleeps again. */
final class Wakeup {

  final Delivery delivery = new Delivery();
  boolean pending;
  boolean ran;
  /** Whether the reader waited for several files at once, some of which may have had data that it had left. */
  boolean waited;
  long wakingNs = UNKNOWN_NS;
  long runningNs = UNKNOWN_NS;

  /** The reader is being woken because of a delivery. */
  void begin(Delivery cause, long timeNs, boolean waits) {
    delivery.copy(cause);
    pending = true;
    ran = false;
    waited = waits;
    wakingNs = timeNs;
    runningNs = UNKNOWN_NS;
  }

  /** The reader runs; {@code timeNs} is unknown if the switch was not recorded. */
  void run(long timeNs) {
    if (pending && !ran) {
      ran = true;
      runningNs = timeNs;
    }
  }

  /** The reader sleeps again: what woke it is dealt with. */
  void sleep() {
    if (ran) {
      clear();
    }
  }

  void clear() {
    pending = false;
    ran = false;
    wakingNs = UNKNOWN_NS;
    runningNs = UNKNOWN_NS;
  }
}

package org.sockmodel.runtime.analysis.receive;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import org.sockmodel.runtime.analysis.path.Delivery;

/** A message of a {@link Batch}: the evidence for its way, and its reader's wake-up if that was for this message. */
final class Taken {

  final Delivery delivery = new Delivery();
  Attribution attribution = Attribution.NONE;
  long bytes;
  long wakingNs;
  long runningNs;

  /** The socket, or {@link Outstanding#UNKNOWN_READER}. */
  long sk;

  /** Whether the reader's switch-in was not recorded. */
  boolean unseen;

  void set(Attribution newAttribution, Delivery newDelivery) {
    attribution = newAttribution;
    delivery.copy(newDelivery);
    wakingNs = UNKNOWN_NS;
    runningNs = UNKNOWN_NS;
    unseen = false;
  }

  /** It has no way of its own: that is not known, or an earlier message has it. */
  void setWithoutWay(Attribution none) {
    attribution = none;
    unseen = false;
  }

  void set(Wakeup wakeup) {
    set(Attribution.WAKEUP, wakeup.delivery);
    wakingNs = wakeup.wakingNs;
    runningNs = wakeup.runningNs;
    unseen = wakeup.ran && wakeup.runningNs == UNKNOWN_NS;
  }
}

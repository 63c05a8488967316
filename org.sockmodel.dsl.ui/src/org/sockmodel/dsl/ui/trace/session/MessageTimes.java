package org.sockmodel.dsl.ui.trace.session;

import org.sockmodel.runtime.analysis.path.Delivery;
import org.sockmodel.runtime.analysis.receive.Point;
import org.sockmodel.runtime.history.MessageLog;

/**
 * The ends of a message's way.
 *
 * @param firstNs its first known point
 * @param returnNs when the reader's call returned
 */
record MessageTimes(long firstNs, long returnNs) {

  static MessageTimes of(MessageLog messages, int message) {
    long returnNs = messages.returnNs(message);
    long firstNs = messages.atNs(message, Point.FIRST);
    return new MessageTimes(firstNs == Delivery.UNKNOWN_NS ? returnNs : firstNs, returnNs);
  }
}

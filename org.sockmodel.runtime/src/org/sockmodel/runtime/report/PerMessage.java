package org.sockmodel.runtime.report;

import java.util.OptionalDouble;

/**
 * What one message cost on average. A value per message does not exist without messages.
 *
 * @param messages messages that readers got
 * @param hardirqs interrupts of network devices, that is of lines whose handler raises NET_RX
 * @param softirqs runs of NET_RX
 * @param wakeups wake-ups of readers
 * @param contextSwitches switches away from and to readers
 */
public record PerMessage(long messages, long hardirqs, long softirqs, long wakeups, long contextSwitches) {

  public OptionalDouble hardirqsEach() {
    return each(hardirqs);
  }

  public OptionalDouble softirqsEach() {
    return each(softirqs);
  }

  public OptionalDouble wakeupsEach() {
    return each(wakeups);
  }

  public OptionalDouble contextSwitchesEach() {
    return each(contextSwitches);
  }

  private OptionalDouble each(long count) {
    return messages == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / messages);
  }
}

package org.sockmodel.runtime.report;

import java.util.OptionalDouble;

/**
 * What one message cost on average. A value per message does not exist without messages.
 *
 * @param messages messages that readers got
 * @param brought those of which {@code hardirqs} and {@code softirqs} are the cost: all, or where a filter chooses
 *     some, those of them whose packet the trace shows
 * @param hardirqs interrupts of network devices, that is of lines whose handler raises NET_RX; where a filter chooses
 *     messages, those that brought at least one of these
 * @param softirqs runs of NET_RX, likewise
 * @param wakeups wake-ups of readers
 * @param contextSwitches switches away from and to readers
 */
public record PerMessage(long messages, long brought, long hardirqs, long softirqs, long wakeups,
    long contextSwitches) {

  public OptionalDouble hardirqsEach() {
    return each(hardirqs, brought);
  }

  public OptionalDouble softirqsEach() {
    return each(softirqs, brought);
  }

  public OptionalDouble wakeupsEach() {
    return each(wakeups, messages);
  }

  public OptionalDouble contextSwitchesEach() {
    return each(contextSwitches, messages);
  }

  /** How often something happened for each message, if it happened so often for so many. */
  static OptionalDouble each(long count, long messages) {
    return messages == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / messages);
  }
}

package org.sockmodel.runtime.report;

import java.util.ArrayList;
import java.util.List;

/** How many context switches and wake-ups a trace holds, of all tasks, as far as it tells them. */
public final class SwitchCounts {

  private SwitchCounts() {
  }

  /** As in {@code 5 853 context switches and 3 not recorded, 3 319 wake-ups}. */
  public static String of(Report report) {
    List<String> counts = new ArrayList<>();
    if (report.recorded().switches()) {
      long unseen = report.scheduling().unseenSwitches();
      counts.add(Quantity.count(report.scheduling().contextSwitches(), "context switch", "context switches")
          + (unseen == 0 ? "" : " and " + Quantity.count(unseen) + " not recorded"));
    }
    if (report.recorded().wakeups()) {
      counts.add(Quantity.count(report.scheduling().wakeups(), "wake-up", "wake-ups"));
    }
    return counts.isEmpty() ? "not recorded" : String.join(", ", counts);
  }
}

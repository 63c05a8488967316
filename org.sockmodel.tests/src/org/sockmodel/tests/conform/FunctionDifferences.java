package org.sockmodel.tests.conform;

import java.util.Map;

/** Scenarios whose functions differ from those of a recorded kernel, each with the cause. */
final class FunctionDifferences {

  private static final String FIRST_USE =
      "the first packet after the boot: ___neigh_create and neigh_hh_init make loopback's neighbour";

  private static final String SLOW =
      "the emulated CPU is so slow that the woken task is owed the CPU: resched_curr in check_preempt_wakeup";

  /** By the kernel, then by the scenario's name. */
  static final Map<String, Map<String, String>> CAUSES = Map.of(
      "6.12", Map.of("connect", FIRST_USE),
      "6.1", Map.of("connect", FIRST_USE, "fioasync_sleep", SLOW));

  private FunctionDifferences() {
  }
}

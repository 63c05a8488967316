package org.sockmodel.runtime.trace.ctf;

import org.sockmodel.runtime.trace.ctf.tsdl.TraceDescription;

/**
 * Whether packets end when they say so. Older tracers of LTTng took the time of the end before the last events were
 * written. Source: lttng-modules, "Fix: timestamp_end field should include all events within sub-buffer", which 2.9.13,
 * 2.10.10 and 2.11.0 have; lttng-ust has it from 2.11.0 on.
 */
final class PacketEnds {

  private static final int FIXED_MINOR = 11;

  private PacketEnds() {
  }

  /** Whether the tracer that the trace names is not one of those; a trace that names none is believed. */
  static boolean areTold(TraceDescription trace) {
    int major = number(trace, "tracer_major");
    int minor = number(trace, "tracer_minor");
    if (major != 2 || minor < 0 || minor >= FIXED_MINOR) {
      return true;
    }
    return switch (trace.environment("tracer_name")) {
      case "lttng-ust" -> false;
      case "lttng-modules" -> number(trace, "tracer_patchlevel") >= fixedPatch(minor);
      default -> true;
    };
  }

  private static int fixedPatch(int minor) {
    return switch (minor) {
      case 10 -> 10;
      case 9 -> 13;
      default -> Integer.MAX_VALUE;
    };
  }

  private static int number(TraceDescription trace, String key) {
    String text = trace.environment(key);
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
  }
}

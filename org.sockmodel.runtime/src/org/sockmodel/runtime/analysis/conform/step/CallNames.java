package org.sockmodel.runtime.analysis.conform.step;

import java.util.Map;
import org.sockmodel.runtime.trace.Syscall;

/** System calls that C libraries use for each other: which of them a program makes is the library's choice. */
final class CallNames {

  private static final Map<String, String> COMMON = Map.of("pselect6", "select", "ppoll", "poll",
      "epoll_pwait", "epoll_wait", "accept4", "accept");

  private CallNames() {
  }

  /** The name under which a system call is compared. */
  static String common(String call) {
    return COMMON.getOrDefault(call, call);
  }

  /** Whether a call may go by more than one name, and so takes arguments that do not compare. */
  static boolean isOneOfSeveral(String call) {
    return COMMON.containsKey(call) || COMMON.containsValue(call);
  }

  /** The name under which a tracepoint is compared. */
  static String tracepoint(String name) {
    for (String prefix : new String[] {Syscall.ENTER_PREFIX, Syscall.EXIT_PREFIX}) {
      if (name.startsWith(prefix)) {
        return prefix + common(name.substring(prefix.length()));
      }
    }
    return name;
  }
}

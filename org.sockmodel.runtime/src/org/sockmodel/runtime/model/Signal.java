package org.sockmodel.runtime.model;

import java.util.Map;

/** Numbers of signals and flags of their handlers ({@code include/uapi/asm-generic/signal.h}) on x86-64. */
public final class Signal {

  public static final int SIGHUP = 1;
  public static final int SIGINT = 2;
  public static final int SIGQUIT = 3;
  public static final int SIGUSR1 = 10;
  public static final int SIGUSR2 = 12;
  public static final int SIGPIPE = 13;
  public static final int SIGALRM = 14;
  public static final int SIGTERM = 15;
  public static final int SIGCHLD = 17;
  public static final int SIGURG = 23;
  public static final int SIGIO = 29;

  /** A handler that is given a {@code siginfo_t}. */
  public static final int SA_SIGINFO = 4;
  /** What the C library sets for every handler. */
  public static final int SA_RESTORER = 0x0400_0000;
  /** A call that the handler interrupts is made again. */
  public static final int SA_RESTART = 0x1000_0000;

  /** Signals are less than this, which is none itself. */
  public static final long LIMIT = 32;

  private static final Map<String, Integer> NUMBERS = Constants.of(Signal.class);

  private Signal() {
  }

  /** Every number by its name. */
  public static Map<String, Integer> numbers() {
    return NUMBERS;
  }

  /** {@code SIG_KERNEL_IGNORE_MASK}: signals that do nothing without a handler. */
  public static boolean isIgnoredByDefault(int signal) {
    return signal == SIGCHLD || signal == SIGURG;
  }
}

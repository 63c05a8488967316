package org.sockmodel.runtime.uapi;

import java.util.Map;

/**
 * Numbers of signals ({@code include/uapi/asm-generic/signal.h}) on x86-64, without those that stop a process, and the
 * first and last real-time signal that the C library leaves to programs.
 */
public final class Signal {

  public static final int SIGHUP = 1;
  public static final int SIGINT = 2;
  public static final int SIGQUIT = 3;
  public static final int SIGKILL = 9;
  public static final int SIGUSR1 = 10;
  public static final int SIGUSR2 = 12;
  public static final int SIGPIPE = 13;
  public static final int SIGALRM = 14;
  public static final int SIGTERM = 15;
  public static final int SIGCHLD = 17;
  public static final int SIGURG = 23;
  public static final int SIGIO = 29;
  public static final int SIGRTMIN = 34;
  public static final int SIGRTMAX = 64;

  /** Signals are less than this, which is none itself. */
  public static final long LIMIT = 65;

  /** {@code SIGRTMIN} of the kernel: from here on a signal is pending as often as it was sent. */
  private static final int FIRST_QUEUED = 32;

  private static final Map<String, Integer> NUMBERS = Constants.of(Signal.class);

  private Signal() {
  }

  /** Every number by its name. */
  public static Map<String, Integer> numbers() {
    return NUMBERS;
  }

  /** A signal's name, or {@code signal} and its number. */
  public static String name(int signal) {
    return NUMBERS.entrySet().stream().filter(entry -> entry.getValue() == signal).map(Map.Entry::getKey).findFirst()
        .orElse("signal " + signal);
  }

  /** {@code legacy_queue}, {@code kernel/signal.c}: whether a signal that is pending is not sent once more. */
  public static boolean isPendingOnce(int signal) {
    return signal < FIRST_QUEUED;
  }

  /** {@code SIG_KERNEL_IGNORE_MASK}: signals that do nothing without a handler. */
  public static boolean isIgnoredByDefault(int signal) {
    return signal == SIGCHLD || signal == SIGURG;
  }

  /** {@code SIG_KERNEL_COREDUMP_MASK}: signals that end a process without a handler, and write its memory to a file. */
  public static boolean dumpsCore(int signal) {
    return signal == SIGQUIT;
  }
}

package org.sockmodel.runtime.uapi;

import java.util.Map;

/** Flags of a signal's handler ({@code include/uapi/asm-generic/signal-defs.h}). */
public final class SignalFlag {

  /** The handler is given a {@code siginfo_t}. */
  public static final int SA_SIGINFO = 4;
  /** What the C library sets for every handler. */
  public static final int SA_RESTORER = 0x0400_0000;
  /** A call that the handler interrupts is made again. */
  public static final int SA_RESTART = 0x1000_0000;

  private static final Map<String, Integer> NUMBERS = Constants.of(SignalFlag.class);

  private SignalFlag() {
  }

  /** Every number by its name. */
  public static Map<String, Integer> numbers() {
    return NUMBERS;
  }
}

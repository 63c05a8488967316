package org.sockmodel.runtime.uapi;

import java.util.Map;

/** Flags of {@code recv()} and {@code send()} ({@code include/linux/socket.h}). */
public final class MessageFlag {

  public static final int MSG_PEEK = 2;
  public static final int MSG_TRUNC = 0x20;
  public static final int MSG_DONTWAIT = 0x40;
  public static final int MSG_WAITALL = 0x100;
  public static final int MSG_NOSIGNAL = 0x4000;
  public static final int MSG_MORE = 0x8000;

  private static final Map<String, Integer> NUMBERS = Constants.of(MessageFlag.class);

  private MessageFlag() {
  }

  /** Every number by its name. */
  public static Map<String, Integer> numbers() {
    return NUMBERS;
  }
}

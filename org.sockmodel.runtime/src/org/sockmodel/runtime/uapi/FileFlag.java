package org.sockmodel.runtime.uapi;

import java.util.Map;

/** Status flags that {@code fcntl()} sets ({@code include/uapi/asm-generic/fcntl.h}). */
public final class FileFlag {

  public static final int O_NONBLOCK = 0x800;
  public static final int O_ASYNC = 0x2000;

  private static final Map<String, Integer> NUMBERS = Constants.of(FileFlag.class);

  private FileFlag() {
  }

  /** Every number by its name. */
  public static Map<String, Integer> numbers() {
    return NUMBERS;
  }
}

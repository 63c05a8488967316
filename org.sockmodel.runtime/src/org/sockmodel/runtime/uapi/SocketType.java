package org.sockmodel.runtime.uapi;

import java.util.Map;

/** Socket types ({@code include/linux/net.h}) and the flags that {@code socket()} takes with them. */
public final class SocketType {

  public static final int SOCK_STREAM = 1;
  public static final int SOCK_DGRAM = 2;
  public static final int SOCK_RAW = 3;
  public static final int SOCK_RDM = 4;
  public static final int SOCK_SEQPACKET = 5;
  public static final int SOCK_DCCP = 6;
  public static final int SOCK_PACKET = 10;
  public static final int SOCK_NONBLOCK = 0x800;
  public static final int SOCK_CLOEXEC = 0x80000;

  private static final Map<String, Integer> NUMBERS = Constants.of(SocketType.class);

  private SocketType() {
  }

  /** Every number by its name. */
  public static Map<String, Integer> numbers() {
    return NUMBERS;
  }
}

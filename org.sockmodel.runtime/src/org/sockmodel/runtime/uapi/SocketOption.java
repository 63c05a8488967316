package org.sockmodel.runtime.uapi;

/** Options of {@code setsockopt()} that a thread program may set; names and numbers of Linux on x86-64. */
public enum SocketOption {
  SO_REUSEADDR(1, 2, Unit.NUMBER),
  SO_SNDBUF(1, 7, Unit.BYTES),
  SO_RCVBUF(1, 8, Unit.BYTES),
  SO_LINGER(1, 13, Unit.NS),
  SO_REUSEPORT(1, 15, Unit.NUMBER),
  SO_RCVLOWAT(1, 18, Unit.BYTES),
  SO_RCVTIMEO(1, 20, Unit.NS),
  SO_SNDTIMEO(1, 21, Unit.NS),
  SO_BUSY_POLL(1, 46, Unit.NS),
  SO_PREFER_BUSY_POLL(1, 69, Unit.NUMBER),
  SO_BUSY_POLL_BUDGET(1, 70, Unit.NUMBER),
  TCP_NODELAY(6, 1, Unit.NUMBER),
  TCP_QUICKACK(6, 12, Unit.NUMBER),
  TCP_CONGESTION(6, 13, Unit.ALGORITHM);

  /** What the value of an option counts. */
  public enum Unit {
    NUMBER, BYTES, NS,
    /** Which {@link CongestionAlgorithm}. */
    ALGORITHM
  }

  private final int level;
  private final int number;
  private final Unit unit;

  SocketOption(int level, int number, Unit unit) {
    this.level = level;
    this.number = number;
    this.unit = unit;
  }

  /** SOL_SOCKET or IPPROTO_TCP. */
  public int level() {
    return level;
  }

  public int number() {
    return number;
  }

  /** What the value counts in a program of a model, whatever unit the kernel's own option has. */
  public Unit unit() {
    return unit;
  }
}

package org.sockmodel.runtime.analysis.state;

/** What a thread's name says of it: only threads of the kernel have a slash in theirs, as in {@code kworker/0:1}. */
public enum ThreadKind {
  /** {@code ksoftirqd/0}: runs the softirqs that an interrupt's end leaves over. */
  KSOFTIRQD,
  /** {@code napi/eth0-8193}: polls a card in place of NET_RX. */
  NAPI,
  /** {@code irq/56-eth0}: runs the handler of an interrupt line. */
  IRQ,
  /** Another thread of the kernel. */
  KERNEL,
  /** A thread of a program, as far as its name tells. */
  PROGRAM;

  private static final String IRQ_PREFIX = "irq/";

  static ThreadKind of(String name) {
    if (name.startsWith("ksoftirqd/")) {
      return KSOFTIRQD;
    }
    if (name.startsWith("napi/")) {
      return NAPI;
    }
    if (name.startsWith(IRQ_PREFIX)) {
      return IRQ;
    }
    return name.indexOf('/') > 0 ? KERNEL : PROGRAM;
  }

  /** The line whose handler a thread of that name runs; -1 if the name has no number. */
  public static int line(String name) {
    int irq = -1;
    for (int i = IRQ_PREFIX.length(); i < name.length() && Character.isDigit(name.charAt(i)) && irq < 1 << 24; i++) {
      irq = Math.max(irq, 0) * 10 + name.charAt(i) - '0';
    }
    return irq;
  }
}

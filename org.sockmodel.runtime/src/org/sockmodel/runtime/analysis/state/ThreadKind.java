package org.sockmodel.runtime.analysis.state;

/** What a thread's name says of it: only threads of the kernel have a slash in theirs, as in {@code kworker/0:1}. */
public enum ThreadKind {
  /** {@code ksoftirqd/0}: runs the softirqs that an interrupt's end leaves over. */
  KSOFTIRQD,
  /** {@code napi/eth0-8193}: polls a card in place of NET_RX. */
  NAPI,
  /** Another thread of the kernel. */
  KERNEL,
  /** A thread of a program, as far as its name tells. */
  PROGRAM;

  static ThreadKind of(String name) {
    if (name.startsWith("ksoftirqd/")) {
      return KSOFTIRQD;
    }
    if (name.startsWith("napi/")) {
      return NAPI;
    }
    return name.indexOf('/') > 0 ? KERNEL : PROGRAM;
  }
}

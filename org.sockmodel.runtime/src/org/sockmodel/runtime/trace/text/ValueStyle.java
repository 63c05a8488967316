package org.sockmodel.runtime.trace.text;

/** How one value of a tracepoint is printed. */
enum ValueStyle {
  /** Decimal. */
  DEC(10),
  /** Decimal, and nothing else up to the next blank. */
  INT,
  /** Decimal with at least three digits. */
  DEC3(10),
  /** Hexadecimal with {@code 0x}. */
  HEX(16),
  /** Hexadecimal without {@code 0x}. */
  BARE(16),
  /** Sixteen hexadecimal digits. */
  POINTER(16),
  /** A text without blanks. */
  WORD,
  /** A text that ends where the next literal begins. */
  TEXT,
  /** The name of a task, which the kernel prints with the line breaks that it may hold. */
  NAME,
  /** A text to the end of the line. */
  REST,
  /** A task's state, one letter for each bit. */
  STATE,
  /** Whether an interrupt was handled. */
  HANDLED,
  /** A softirq's number and name. */
  SOFTIRQ(10),
  /** An address family. */
  FAMILY,
  /** A protocol of the internet family. */
  PROTOCOL,
  /** A port after an address that is not kept. */
  PORT,
  /** The mode of a high resolution timer. */
  MODE;

  /** The base of what is read as a number and nothing else; 0 for others. */
  final int base;

  ValueStyle() {
    this(0);
  }

  ValueStyle(int base) {
    this.base = base;
  }
}

package org.sockmodel.runtime.history;

import java.util.Comparator;

/**
 * Somebody or something that is in one state at a time.
 *
 * @param index dense number within the history, in the order in which rows were met
 * @param number of the CPU, interrupt line, softirq vector, queue or thread; where names tell rows apart it is -1
 */
public record Row(int index, RowKind kind, int number, String name, StateSequence states) {

  /** The order in which rows are shown: of threads those of programs first, of interrupts those of devices. */
  public static final Comparator<Row> ORDER = Comparator.comparing(Row::kind)
      .thenComparing(Row::isOfKernelThread).thenComparing(row -> row.number() < 0)
      .thenComparingInt(Row::number).thenComparing(Row::name);

  /** Only threads of the kernel have a slash in their names. */
  private boolean isOfKernelThread() {
    return kind == RowKind.THREAD && name.indexOf('/') > 0;
  }
}

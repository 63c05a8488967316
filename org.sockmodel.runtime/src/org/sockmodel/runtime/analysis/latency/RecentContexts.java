package org.sockmodel.runtime.analysis.latency;

import java.util.Arrays;
import org.sockmodel.runtime.analysis.path.Softirq;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.trace.Names;

/**
 * The last interrupts and softirqs of each CPU, to tell which of them came in the way of a message. Cost: a few array
 * accesses for each, no allocation once a CPU has been seen; what is older than the last {@link #KEPT} is forgotten.
 */
final class RecentContexts {

  static final int KEPT = 64;

  /** No context. */
  static final int NONE = Message.UNKNOWN;

  private static final ContextKind[] KINDS = ContextKind.values();
  private static final int KIND_SHIFT = 28;
  private static final int NUMBER = (1 << KIND_SHIFT) - 1;

  private final Names names;
  private OfCpu[] cpus = {};
  private int longest;
  private long longestNs;

  RecentContexts(Names names) {
    this.names = names;
  }

  /** A context has been left that was busy so long itself. */
  void add(CpuState cpu, ContextKind kind, int number, int name, long startNs, long busyNs, long endNs) {
    if (cpu.id() >= cpus.length) {
      cpus = Arrays.copyOf(cpus, cpu.id() + 1);
    }
    if (cpus[cpu.id()] == null) {
      cpus[cpu.id()] = new OfCpu();
    }
    cpus[cpu.id()].add(context(kind, number, name), startNs, busyNs, endNs);
  }

  /** One number for a context, which is not negative. */
  static int context(ContextKind kind, int number, int name) {
    int which = kind == ContextKind.SOFTIRQ ? number : name;
    return kind.ordinal() << KIND_SHIFT | which & NUMBER;
  }

  /** Whether it is an interrupt of the CPU's own. */
  static boolean isVector(int context) {
    return KINDS[context >>> KIND_SHIFT] == ContextKind.VECTOR;
  }

  /** Begins another search, for contexts of at least this length. */
  void begin(long leastNs) {
    longest = NONE;
    longestNs = Math.max(0, leastNs - 1);
  }

  /**
   * Looks for the longest context of a CPU that began after one time and ended before another, at the latest now.
   *
   * @return how long the CPU has been in contexts since the first time, all together; to a sixteenth if they are many
   */
  long search(int cpu, long afterNs, long untilNs) {
    OfCpu of = cpu >= 0 && cpu < cpus.length ? cpus[cpu] : null;
    if (of == null) {
      return 0;
    }
    long sinceNs = 0;
    for (int age = 1; age <= KEPT; age++) {
      int at = of.next - age & KEPT - 1;
      if (of.endsNs[at] <= afterNs) {
        return sinceNs;
      }
      long busyNs = of.busyNs[at];
      if (of.startsNs[at] <= afterNs) {
        sinceNs += Math.max(0, busyNs - (afterNs - of.startsNs[at]));
        continue;
      }
      sinceNs += busyNs;
      if (busyNs > longestNs && of.endsNs[at] <= untilNs) {
        longestNs = busyNs;
        longest = of.contexts[at];
      }
    }
    return of.busy.since(afterNs);
  }

  /** The longest one of the search; {@link #NONE} if it found none. */
  int longest() {
    return longest;
  }

  /** The context's name; empty for {@link #NONE}. */
  String text(int context) {
    if (context == NONE) {
      return "";
    }
    int which = context & NUMBER;
    return switch (KINDS[context >>> KIND_SHIFT]) {
      case HARDIRQ -> "irq " + names.text(which);
      case VECTOR -> names.text(which);
      case SOFTIRQ -> "softirq " + Softirq.name(which);
    };
  }

  /** Those of one CPU, the oldest overwritten. Contexts end in the order in which they are added. */
  private static final class OfCpu {
    private final int[] contexts = new int[KEPT];
    private final long[] startsNs = new long[KEPT];
    private final long[] endsNs = new long[KEPT];
    private final long[] busyNs = new long[KEPT];
    private final PastSums busy = new PastSums();
    private int next;

    OfCpu() {
      Arrays.fill(endsNs, Long.MIN_VALUE);
    }

    void add(int context, long startNs, long newBusyNs, long endNs) {
      contexts[next] = context;
      startsNs[next] = startNs;
      endsNs[next] = endNs;
      busyNs[next] = newBusyNs;
      busy.add(endNs, newBusyNs);
      next = next + 1 & KEPT - 1;
    }
  }
}

package org.sockmodel.runtime.analysis.interrupts;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Tells interrupts from handlers: at an interrupt of a line that devices share ({@code IRQF_SHARED}) the kernel asks
 * the driver of each, one right after the other ({@code __handle_irq_event_percpu}, {@code kernel/irq/handle.c}), and
 * traces each. Handlers are told apart by their names; two of one name count as two interrupts. Cost: constant; no
 * allocation but for a handler that was not seen before.
 */
final class SharedLines {

  private static final int NONE = -1;
  private static final int[] NOBODY = {};

  private int[] lines = NOBODY;
  private int[] firstNames = NOBODY;
  private int[] lastNames = NOBODY;
  private int[][] others = new int[0][];

  /** A handler begins; whether it is asked for the same interrupt as the one before it on this CPU. */
  boolean isAskedToo(int cpu, int irq, int name) {
    growCpus(cpu);
    boolean same = lines[cpu] == irq && name != firstNames[cpu] && name != lastNames[cpu];
    if (same) {
      remember(irq, name);
    } else {
      firstNames[cpu] = name;
    }
    lines[cpu] = irq;
    lastNames[cpu] = name;
    return same;
  }

  /** Something else has begun on this CPU. */
  void over(int cpu) {
    if (cpu < lines.length) {
      lines[cpu] = NONE;
    }
  }

  /** The names of a line's handlers but the first one that is asked, in their order. */
  IntStream others(int irq) {
    return irq < others.length && others[irq] != null ? Arrays.stream(others[irq]) : IntStream.empty();
  }

  private void remember(int irq, int name) {
    int place = Math.max(0, Math.min(irq, ContextCounts.MAX - 1));
    if (place >= others.length) {
      others = Arrays.copyOf(others, place + 1);
    }
    int[] known = others[place] == null ? NOBODY : others[place];
    for (int other : known) {
      if (other == name) {
        return;
      }
    }
    others[place] = Arrays.copyOf(known, known.length + 1);
    others[place][known.length] = name;
  }

  private void growCpus(int cpu) {
    int size = lines.length;
    if (cpu >= size) {
      lines = Arrays.copyOf(lines, cpu + 1);
      Arrays.fill(lines, size, lines.length, NONE);
      firstNames = Arrays.copyOf(firstNames, lines.length);
      lastNames = Arrays.copyOf(lastNames, lines.length);
    }
  }
}

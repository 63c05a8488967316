package org.sockmodel.runtime.analysis.interrupts;

import java.util.Arrays;
import org.sockmodel.runtime.trace.bytes.LongTable;

/**
 * Whose line packets came by that no interrupt announced, as those of a card that is polled again and again, by a
 * timer, or by a busy reader: NAPI contexts and their lines, and what each CPU was handed since its last poll. Cost: a
 * look-up for a poll; allocates only for contexts and CPUs that were not seen before.
 *
 * <p>Caveat: the line of a context is known as soon as its interrupt has begun a NET_RX, and so not if it came during
 * others only. What such a context had by no interrupt is kept until then.
 */
final class PolledPackets {

  private static final int NONE = -1;

  private final LongTable linesOfContexts = new LongTable();
  private final LongTable places = new LongTable();
  private long[] kept = new long[8];
  private long[] packets = new long[0];
  private int[] lines = new int[0];

  /** An interrupt of a line had a context polled first; how many packets have been kept until it is known. */
  long learn(long context, int irq) {
    linesOfContexts.put(context, irq);
    int place = places.get(context, NONE);
    long before = place == NONE ? 0 : kept[place];
    if (place != NONE) {
      kept[place] = 0;
    }
    return before;
  }

  /** A context had so many packets by no line that is known. */
  void keep(long context, long number) {
    int place = places.get(context, NONE);
    if (place == NONE) {
      place = places.size();
      places.put(context, place);
      kept = place < kept.length ? kept : Arrays.copyOf(kept, 2 * kept.length);
    }
    kept[place] += number;
  }

  /** Packets of contexts whose line is not known. */
  long withoutLine() {
    return Arrays.stream(kept).sum();
  }

  /** The line of a context; -1 if it is not known. */
  int line(long context) {
    return linesOfContexts.get(context, NONE);
  }

  /** A CPU is handed a packet that was taken to have come by a line; -1 for none. */
  void received(int cpu, int irq) {
    if (cpu >= packets.length) {
      packets = Arrays.copyOf(packets, cpu + 1);
      lines = Arrays.copyOf(lines, cpu + 1);
    }
    packets[cpu] = lines[cpu] == irq ? packets[cpu] + 1 : 1;
    lines[cpu] = irq;
  }

  /** By which line those packets were taken to have come. */
  int takenFor(int cpu) {
    return cpu < lines.length ? lines[cpu] : NONE;
  }

  /** How many they are, and none from now on: their poll is over. */
  long take(int cpu) {
    if (cpu >= packets.length) {
      return 0;
    }
    long taken = packets[cpu];
    packets[cpu] = 0;
    return taken;
  }
}

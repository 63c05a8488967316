package org.sockmodel.runtime.analysis.path;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import java.util.Arrays;

/**
 * Which interrupt lines are those of cards: their handlers raise NET_RX, or the threads in which these run
 * ({@code irq/56-eth0}, with {@code threadirqs} and real-time kernels). Cost: an array access; no allocation once the
 * lines of the trace are known.
 */
final class NetworkLines {

  private static final int MOST = 1 << 16;

  private boolean[] ofCards = new boolean[256];
  private boolean[] threaded = new boolean[256];
  private long[] enteredNs = unknown(new long[256], 0);

  /** A handler of the line begins. */
  void entered(int irq, long timeNs) {
    if (holds(irq)) {
      enteredNs[irq] = timeNs;
    }
  }

  /** When a handler of the line began last; {@link Delivery#UNKNOWN_NS} if none did. */
  long enteredNs(int irq) {
    return irq >= 0 && irq < enteredNs.length ? enteredNs[irq] : UNKNOWN_NS;
  }

  /** The line's handler has raised NET_RX, be it in the interrupt or in a thread. */
  void mark(int irq, boolean inThread) {
    if (holds(irq)) {
      ofCards[irq] = true;
      threaded[irq] |= inThread;
    }
  }

  boolean isOfCard(int irq) {
    return irq >= 0 && irq < ofCards.length && ofCards[irq];
  }

  /** Whether an interrupt of the line lets a poll find packets that runs already, since no thread has to run first. */
  boolean polls(int irq) {
    return isOfCard(irq) && !threaded[irq];
  }

  private boolean holds(int irq) {
    if (irq < 0 || irq > MOST) {
      return false;
    }
    if (irq >= ofCards.length) {
      int before = ofCards.length;
      ofCards = Arrays.copyOf(ofCards, irq + 64);
      threaded = Arrays.copyOf(threaded, irq + 64);
      enteredNs = unknown(Arrays.copyOf(enteredNs, irq + 64), before);
    }
    return true;
  }

  private static long[] unknown(long[] times, int from) {
    Arrays.fill(times, from, times.length, UNKNOWN_NS);
    return times;
  }
}

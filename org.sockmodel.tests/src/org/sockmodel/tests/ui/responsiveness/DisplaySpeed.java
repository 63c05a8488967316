package org.sockmodel.tests.ui.responsiveness;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;

/**
 * How fast this machine does what display threads do: a fixed piece of work, half of it Java that allocates, half of it
 * text that is laid out and drawn, which is measured in the same run as what is compared with it.
 */
final class DisplaySpeed {

  /** What the machine of reference takes for the piece of work. */
  private static final long PIECE_NS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int TIMES = 9;
  private static final int WORDS = 8_000;
  private static final int LINES = 150;

  private DisplaySpeed() {
  }

  /** How many times as long as the machine of reference this one takes now: at least 1. */
  static double slowness() {
    List<Long> pieces = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      pieces.add(pieceNs());
    }
    Collections.sort(pieces);
    return Math.max(1, pieces.get(TIMES / 2) / (double) PIECE_NS);
  }

  private static long pieceNs() {
    ThreadMXBean times = ManagementFactory.getThreadMXBean();
    long start = times.getCurrentThreadCpuTime();
    draw(sorted());
    return times.getCurrentThreadCpuTime() - start;
  }

  private static List<String> sorted() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      words.add("word " + i * 7919 % WORDS);
    }
    Collections.sort(words);
    return words;
  }

  private static void draw(List<String> words) {
    Image image = new Image(Display.getCurrent(), 400, 400);
    GC gc = new GC(image);
    try {
      for (int i = 0; i < LINES; i++) {
        String line = words.get(i) + " in line " + i;
        gc.drawText(line, 0, gc.textExtent(line).y, true);
      }
    } finally {
      gc.dispose();
      image.dispose();
    }
  }
}

package org.sockmodel.dsl.ui.trace.timeline;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.sockmodel.dsl.ui.accessibility.ScreenReader;
import org.sockmodel.dsl.ui.trace.paint.GcMarks;
import org.sockmodel.dsl.ui.trace.paint.Magnification;
import org.sockmodel.dsl.ui.trace.paint.PictureFonts;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.theme.ThemePalette;
import org.sockmodel.runtime.history.picture.Marks;
import org.sockmodel.runtime.history.picture.Tone;

/** What the colours mean, and how far the trace has been read. */
final class Legend extends Canvas {

  private static final int LINE = 20;
  private static final int MARGIN = 6;
  private static final int TEXT_GAP = 5;
  private static final int TEXT_TOP = 3;
  private static final int KEY = 12;
  private static final int GAP = 16;

  /** A colour with its meaning. */
  private record Key(Tone tone, String meaning) {
  }

  private static final List<Key> STATES = List.of(new Key(Tone.USER, "user"), new Key(Tone.SYSTEM, "system"),
      new Key(Tone.HARDIRQ, "device interrupt"), new Key(Tone.VECTOR, "timer, IPI"),
      new Key(Tone.SOFTIRQ, "softirq"), new Key(Tone.POLLING, "polling"), new Key(Tone.PENDING, "pending"),
      new Key(Tone.RUNNABLE, "waits for a CPU"), new Key(Tone.BLOCKED, "blocked"), new Key(Tone.IDLE, "idle"));
  private static final List<Key> ARROWS = List.of(new Key(Tone.RAISE, "raise"), new Key(Tone.WAKE_UP, "wake-up"),
      new Key(Tone.SWITCH, "switch"), new Key(Tone.CHAIN, "message"));

  private static final List<Key> KEYS = Stream.concat(STATES.stream(), ARROWS.stream()).toList();

  private final TraceSession session;
  private final PictureFonts fonts;
  private final Magnification magnification;

  Legend(Composite parent, TraceSession session) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
    this.session = session;
    fonts = new PictureFonts(getDisplay());
    magnification = Magnification.of(getDisplay());
    addPaintListener(event -> paint(event.gc));
    addListener(SWT.Dispose, event -> fonts.dispose());
    ScreenReader.name(this, session::status);
  }

  /** Shows how far the trace has been read now. */
  void refresh() {
    if (computeSize(getSize().x, SWT.DEFAULT).y != getSize().y) {
      getParent().layout(new Control[] {this});
    }
    redraw();
  }

  /** As many lines as the keys and the status need. */
  @Override
  public Point computeSize(int widthHint, int heightHint, boolean changed) {
    GC gc = new GC(this);
    gc.setFont(fonts.of(Marks.Style.SMALL));
    try {
      int wanted = 2 * GAP + gc.textExtent(session.status()).x + KEYS.stream().mapToInt(key -> width(gc, key)).sum();
      int width = widthHint == SWT.DEFAULT ? wanted : magnification.units(widthHint);
      int height = MARGIN + LINE * (lay(gc, width, (key, x, line) -> { }) + 1);
      return new Point(widthHint == SWT.DEFAULT ? magnification.pixels(wanted) : widthHint,
          magnification.pixels(height));
    } finally {
      gc.dispose();
    }
  }

  /** Is told the place of a key. */
  @FunctionalInterface
  private interface Place {
    void of(Key key, int x, int line);
  }

  /** Lays the keys out from left to right; the result is the line that has room for the status at its end. */
  private int lay(GC gc, int width, Place place) {
    int x = GAP / 2;
    int line = 0;
    for (Key key : KEYS) {
      if (x + width(gc, key) > width && x > GAP) {
        x = GAP / 2;
        line++;
      }
      place.of(key, x, line);
      x += width(gc, key);
    }
    return x + gc.textExtent(session.status()).x + GAP > width ? line + 1 : line;
  }

  private static int width(GC gc, Key key) {
    return KEY + TEXT_GAP + gc.textExtent(key.meaning()).x + GAP;
  }

  private void paint(GC gc) {
    ThemePalette palette = new ThemePalette();
    gc.setBackground(palette.color(Tone.BACKGROUND));
    gc.fillRectangle(getClientArea());
    magnification.draw(gc, () -> draw(gc, palette, magnification.units(getSize().x)));
  }

  private void draw(GC gc, ThemePalette palette, int width) {
    GcMarks marks = new GcMarks(gc, palette, fonts);
    marks.line(Tone.GRID, 1, 0, 0, width, 0);
    gc.setFont(fonts.of(Marks.Style.SMALL));
    int last = lay(gc, width, (key, x, line) -> draw(gc, marks, palette, key, x, MARGIN / 2 + line * LINE));
    int statusWidth = gc.textExtent(session.status()).x;
    marks.text(Tone.FAINT, Marks.Style.SMALL, Math.max(GAP / 2, width - statusWidth - GAP),
        MARGIN / 2 + last * LINE + TEXT_TOP, statusWidth, session.status());
  }

  private static void draw(GC gc, GcMarks marks, ThemePalette palette, Key key, int x, int top) {
    if (ARROWS.contains(key)) {
      marks.line(key.tone(), 2, x, top + LINE / 2, x + KEY, top + LINE / 2);
    } else {
      gc.setBackground(palette.color(key.tone()));
      gc.fillRoundRectangle(x, top + (LINE - KEY) / 2, KEY, KEY, 3, 3);
    }
    marks.text(Tone.TEXT, Marks.Style.SMALL, x + KEY + TEXT_GAP, top + TEXT_TOP, gc.textExtent(key.meaning()).x,
        key.meaning());
  }
}

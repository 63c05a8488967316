package org.sockmodel.dsl.ui.trace.timeline;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.sockmodel.dsl.ui.trace.paint.GcMarks;
import org.sockmodel.dsl.ui.trace.paint.PictureFonts;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.theme.ThemePalette;
import org.sockmodel.runtime.history.picture.Marks;
import org.sockmodel.runtime.history.picture.Tone;

/** What the colours mean, and how far the trace has been read. */
final class Legend extends Canvas {

  private static final int HEIGHT = 26;
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

  private final TraceSession session;
  private final PictureFonts fonts;

  Legend(Composite parent, TraceSession session) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
    this.session = session;
    fonts = new PictureFonts(getDisplay());
    addPaintListener(event -> paint(event.gc));
    addListener(SWT.Dispose, event -> fonts.dispose());
  }

  @Override
  public Point computeSize(int widthHint, int heightHint, boolean changed) {
    return new Point(widthHint == SWT.DEFAULT ? 0 : widthHint, HEIGHT);
  }

  private void paint(GC gc) {
    ThemePalette palette = new ThemePalette();
    GcMarks marks = new GcMarks(gc, palette, fonts);
    gc.setBackground(palette.color(Tone.BACKGROUND));
    gc.fillRectangle(getClientArea());
    marks.line(Tone.GRID, 1, 0, 0, getSize().x, 0);
    gc.setFont(fonts.of(Marks.Style.SMALL));
    int statusWidth = gc.textExtent(session.status()).x;
    int end = getSize().x - statusWidth - 2 * GAP;
    int x = GAP / 2;
    for (Key key : STATES) {
      x = key(gc, marks, palette, key, x, end, false);
    }
    for (Key key : ARROWS) {
      x = key(gc, marks, palette, key, x, end, true);
    }
    marks.text(Tone.FAINT, Marks.Style.SMALL, Math.max(GAP, end + GAP), 6, statusWidth, session.status());
  }

  private static int key(GC gc, GcMarks marks, ThemePalette palette, Key key, int x, int end, boolean line) {
    int width = KEY + 5 + gc.textExtent(key.meaning()).x + GAP;
    if (x + width > end) {
      return x;
    }
    if (line) {
      marks.line(key.tone(), 2, x, HEIGHT / 2, x + KEY, HEIGHT / 2);
    } else {
      gc.setBackground(palette.color(key.tone()));
      gc.fillRoundRectangle(x, (HEIGHT - KEY) / 2, KEY, KEY, 3, 3);
    }
    marks.text(Tone.TEXT, Marks.Style.SMALL, x + KEY + 5, 6, width, key.meaning());
    return x + width;
  }
}

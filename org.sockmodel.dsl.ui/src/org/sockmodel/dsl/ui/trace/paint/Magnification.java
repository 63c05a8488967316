package org.sockmodel.dsl.ui.trace.paint;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

/**
 * How much larger than designed pictures are drawn, because the workbench's font is larger than they have room for.
 * They are laid out in units of their own, so that nothing in them is cut or overlaps whatever the font.
 */
public final class Magnification {

  /** The lines of the font that pictures are designed for are so high, in pixels. */
  private static final float DESIGNED_LINE = 17;

  /** Fonts with lines up to this height fit in. */
  private static final int HIGHEST_LINE = 20;

  private final float factor;

  private Magnification(float factor) {
    this.factor = factor;
  }

  /** The one that the font of dialogs asks for. */
  public static Magnification of(Display display) {
    GC gc = new GC(display);
    gc.setFont(JFaceResources.getDialogFont());
    int line = gc.getFontMetrics().getHeight();
    gc.dispose();
    return ofLine(line);
  }

  /** The one that a font asks for whose lines are so high, in pixels; 1 for small ones. */
  public static Magnification ofLine(int linePixels) {
    return new Magnification(linePixels <= HIGHEST_LINE ? 1 : linePixels / DESIGNED_LINE);
  }

  /** How many pixels a unit of a picture is. */
  public float factor() {
    return factor;
  }

  /** How many units of a picture fit into pixels. */
  public int units(int pixels) {
    return (int) Math.floor(pixels / factor);
  }

  /** How many units of a picture cover pixels; at least 1. */
  public int cover(int pixels) {
    return Math.max(1, (int) Math.ceil(pixels / factor));
  }

  /** How many pixels units of a picture take. */
  public int pixels(int units) {
    return (int) Math.ceil(units * factor);
  }

  /** Where the mouse is in a picture. */
  public Point place(Event mouse) {
    return new Point(units(mouse.x), units(mouse.y));
  }

  /** Lets {@code drawing} draw in units of a picture. */
  public void draw(GC gc, Runnable drawing) {
    if (factor == 1) {
      drawing.run();
      return;
    }
    Transform transform = new Transform(gc.getDevice());
    transform.scale(factor, factor);
    gc.setTransform(transform);
    drawing.run();
    gc.setTransform(null);
    transform.dispose();
  }
}

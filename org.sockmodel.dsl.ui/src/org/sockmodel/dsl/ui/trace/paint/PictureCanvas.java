package org.sockmodel.dsl.ui.trace.paint;

import java.util.function.Supplier;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.sockmodel.dsl.ui.accessibility.MenuPlace;
import org.sockmodel.dsl.ui.trace.theme.ThemePalette;
import org.sockmodel.runtime.history.picture.Picture;
import org.sockmodel.runtime.history.picture.Tone;

/** Shows a picture. Its boxes are kept in an image until something changes. */
public class PictureCanvas extends Canvas {

  private static final int PERCENT = 100;

  private final ThemePalette palette = new ThemePalette();
  private final PictureFonts fonts;
  private final Magnification magnification;
  private final IPropertyChangeListener recolour = event -> refresh();
  private Supplier<? extends Picture> picture = () -> null;
  private Image boxes;

  /**
   * Makes a canvas without a picture.
   *
   * @param style of the control
   */
  public PictureCanvas(Composite parent, int style) {
    super(parent, style | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    fonts = new PictureFonts(getDisplay());
    magnification = Magnification.of(getDisplay());
    PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(recolour);
    addPaintListener(event -> paint(event.gc));
    addListener(SWT.Resize, event -> refresh());
    addListener(SWT.Dispose, event -> disposed());
    MenuPlace.of(this, this::menuPlace);
  }

  /** Says what is shown; the picture is asked for whenever it is painted, and may be null. */
  public final void show(Supplier<? extends Picture> newPicture) {
    picture = newPicture;
    refresh();
  }

  /** How much larger than its units a picture is drawn. */
  public final Magnification magnification() {
    return magnification;
  }

  /** How large a picture is that fills it, in the picture's units. */
  public final Point extent() {
    return new Point(magnification.cover(getClientArea().width), magnification.cover(getSize().y));
  }

  /** Where its menu opens by a key. */
  protected Point menuPlace() {
    return new Point(getClientArea().width / 2, getClientArea().height / 2);
  }

  /** Paints anew soon. */
  public final void refresh() {
    forgetBoxes();
    if (!isDisposed()) {
      redraw();
    }
  }

  private void disposed() {
    PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(recolour);
    fonts.dispose();
    forgetBoxes();
  }

  private void forgetBoxes() {
    if (boxes != null) {
      boxes.dispose();
      boxes = null;
    }
  }

  private void paint(GC gc) {
    Picture shown = picture.get();
    if (shown == null) {
      gc.setBackground(palette.color(Tone.BACKGROUND));
      gc.fillRectangle(getClientArea());
      return;
    }
    if (boxes == null) {
      boxes = new Image(getDisplay(), (ImageDataProvider) zoom -> {
        double scale = magnification.factor() * zoom / (double) PERCENT;
        Raster raster = new Raster((int) Math.round(shown.width() * scale),
            (int) Math.round(shown.height() * scale), palette);
        shown.fill(raster, scale);
        return raster.image();
      });
    }
    gc.drawImage(boxes, 0, 0);
    magnification.draw(gc, () -> shown.mark(new GcMarks(gc, palette, fonts)));
  }
}

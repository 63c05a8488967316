package org.sockmodel.dsl.ui.trace.paint;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.sockmodel.dsl.ui.trace.theme.ThemePalette;
import org.sockmodel.runtime.history.picture.Picture;

/** A picture as an image, such as a file holds. */
public final class PictureImage {

  private PictureImage() {
  }

  /** The picture's pixels, in the colours of the theme. */
  public static ImageData of(Picture picture, Display display) {
    ThemePalette palette = new ThemePalette();
    Raster raster = new Raster(picture.width(), picture.height(), palette);
    picture.fill(raster, 1);
    Image image = new Image(display, raster.image());
    GC gc = new GC(image);
    PictureFonts fonts = new PictureFonts(display);
    try {
      picture.mark(new GcMarks(gc, palette, fonts));
      return image.getImageData();
    } finally {
      fonts.dispose();
      gc.dispose();
      image.dispose();
    }
  }
}

package org.sockmodel.dsl.ui.trace.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.sockmodel.dsl.ui.trace.paint.PictureImage;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.table.Column;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.dsl.ui.trace.theme.ThemePalette;
import org.sockmodel.runtime.history.picture.Picture;
import org.sockmodel.runtime.history.picture.SvgPicture;
import org.sockmodel.runtime.report.csv.CsvReport;
import org.sockmodel.runtime.report.html.HtmlReport;
import org.sockmodel.runtime.trace.bytes.PartialOutput;

/** Writes files. */
public final class TraceExports {

  private TraceExports() {
  }

  /** A picture as SVG, if the file is called so, or else as PNG. */
  public static void picture(Picture picture, Display display, Path file) throws IOException {
    if (isCalled(file, ".svg")) {
      Files.writeString(file, SvgPicture.of(picture, new ThemePalette(), file.getFileName().toString()));
      return;
    }
    ImageLoader loader = new ImageLoader();
    loader.data = new ImageData[] {PictureImage.of(picture, display)};
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    loader.save(bytes, SWT.IMAGE_PNG);
    Files.write(file, bytes.toByteArray());
  }

  /** Whether a file's name ends so, in small letters or capitals. */
  static boolean isCalled(Path file, String kind) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(kind);
  }

  /** What to say of a file that could not be written. */
  static String complaint(Path file, IOException problem) {
    return file + " cannot be written: " + PartialOutput.reason(problem);
  }

  /** The titles of a table, as the first line of comma-separated values. */
  static void titles(LongTable table, Writer out) throws IOException {
    String before = "";
    for (Column column : table.columns()) {
      out.write(before + CsvReport.text(column.title()));
      before = ",";
    }
    out.write('\n');
  }

  /** Rows of a table as lines of comma-separated values; for the user interface's thread. */
  static String rows(LongTable table, int first, int end) {
    StringBuilder lines = new StringBuilder();
    for (int row = first; row < end; row++) {
      String before = "";
      for (Column column : table.columns()) {
        lines.append(before).append(CsvReport.text(column.text().apply(row)));
        before = ",";
      }
      lines.append('\n');
    }
    return lines.toString();
  }

  /** The report of all of a trace that has been read, as HTML. */
  public static void report(TraceSession session, Path file) throws IOException {
    Files.writeString(file, HtmlReport.of(session.report(), session.source().name()));
  }
}

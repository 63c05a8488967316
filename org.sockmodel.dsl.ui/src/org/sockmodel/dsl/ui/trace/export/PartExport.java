package org.sockmodel.dsl.ui.trace.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.swt.widgets.Display;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.runtime.history.picture.Picture;

/**
 * What a part has to export.
 *
 * @param picture null if it shows none
 * @param table null if it shows none
 */
public record PartExport(Picture picture, LongTable table) {

  private static final String TABLE = ".csv";
  private static final List<String> PICTURES = List.of(".png", ".svg");

  /** What a part shows now. */
  public static PartExport of(IAdaptable part) {
    return new PartExport(part.getAdapter(Picture.class), part.getAdapter(LongTable.class));
  }

  /** How files may end that it can be written to, the most usual first; none if there is nothing to write. */
  public List<String> kinds() {
    return Stream.concat(table == null ? Stream.of() : Stream.of(TABLE),
        picture == null ? Stream.of() : PICTURES.stream()).toList();
  }

  /** A file that a person named; one that ends in none of the kinds is given the ending of the chosen kind. */
  static Path named(String chosen, List<String> kinds, int kind) {
    String end = chosen.toLowerCase(Locale.ROOT);
    boolean complete = kinds.stream().anyMatch(end::endsWith);
    return Path.of(complete ? chosen : chosen + kinds.get(Math.max(0, Math.min(kind, kinds.size() - 1))));
  }

  /** Writes a picture at once, and a table in the background; on the display's thread. */
  public void write(Path file, Display display) throws IOException {
    if (TraceExports.isCalled(file, TABLE) && table != null) {
      new TableExportJob(table, file).schedule();
    } else {
      TraceExports.picture(picture, display, file);
      WrittenFile.show(file);
    }
  }
}

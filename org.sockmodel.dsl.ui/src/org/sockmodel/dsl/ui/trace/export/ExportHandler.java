package org.sockmodel.dsl.ui.trace.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.runtime.history.picture.Picture;

/** Asks for a file and writes what the active part shows: a picture as PNG or SVG, a table as CSV. */
public final class ExportHandler extends AbstractHandler {

  private static final String TABLE = ".csv";
  private static final List<String> PICTURES = List.of(".png", ".svg");

  @Override
  public Object execute(ExecutionEvent event) {
    IWorkbenchPart part = HandlerUtil.getActivePart(event);
    Shell shell = HandlerUtil.getActiveShell(event);
    Picture picture = part.getAdapter(Picture.class);
    LongTable table = part.getAdapter(LongTable.class);
    if (picture == null && table == null) {
      return null;
    }
    List<String> kinds = Stream.concat(table == null ? Stream.of() : Stream.of(TABLE),
        picture == null ? Stream.of() : PICTURES.stream()).toList();
    Path file = ask(shell, part.getTitle().toLowerCase(Locale.ROOT) + kinds.get(0), kinds);
    if (file != null && table != null && (picture == null || file.toString().endsWith(TABLE))) {
      new TableExportJob(table, file).schedule();
    } else if (file != null) {
      write(picture, shell, file);
    }
    return null;
  }

  private static void write(Picture picture, Shell shell, Path file) {
    try {
      TraceExports.picture(picture, shell.getDisplay(), file);
    } catch (IOException problem) {
      StatusManager.getManager().handle(Status.error(file + " cannot be written: " + problem.getMessage(), problem),
          StatusManager.SHOW);
    }
  }

  static Path ask(Shell shell, String name, List<String> kinds) {
    FileDialog dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText("Export " + name);
    dialog.setOverwrite(true);
    dialog.setFileName(name);
    dialog.setFilterExtensions(kinds.stream().map(kind -> "*" + kind).toArray(String[]::new));
    String chosen = dialog.open();
    return chosen == null ? null : Path.of(chosen);
  }
}

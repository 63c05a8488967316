package org.sockmodel.dsl.ui.trace.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;

/** Asks for a file and writes what the active part shows: a picture as PNG or SVG, a table as CSV. */
public final class ExportHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    IWorkbenchPart part = HandlerUtil.getActivePart(event);
    Shell shell = HandlerUtil.getActiveShell(event);
    PartExport export = PartExport.of(part);
    if (export.kinds().isEmpty()) {
      return null;
    }
    Path file = ask(shell, part.getTitle().toLowerCase(Locale.ROOT) + export.kinds().get(0), export.kinds());
    if (file != null) {
      try {
        export.write(file, shell.getDisplay());
      } catch (IOException problem) {
        StatusManager.getManager().handle(Status.error(TraceExports.complaint(file, problem), problem),
            StatusManager.SHOW);
      }
    }
    return null;
  }

  /** The file that a person chooses; null if none. */
  static Path ask(Shell shell, String name, List<String> kinds) {
    FileDialog dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText("Export " + name);
    dialog.setOverwrite(true);
    dialog.setFileName(name);
    dialog.setFilterExtensions(kinds.stream().map(kind -> "*" + kind).toArray(String[]::new));
    String chosen = dialog.open();
    if (chosen == null) {
      return null;
    }
    Path file = PartExport.named(chosen, kinds, dialog.getFilterIndex());
    boolean asked = file.equals(Path.of(chosen)) || !file.toFile().exists();
    return asked || MessageDialog.openQuestion(shell, "Export " + name, file + " exists already. Replace it?") ? file
        : null;
  }
}

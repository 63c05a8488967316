package org.sockmodel.dsl.ui.trace.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.sockmodel.dsl.ui.trace.table.LongTable;

/** Writes a table as comma-separated values: some rows at a time, so that the workbench goes on meanwhile. */
public final class TableExportJob extends Job {

  private static final int ROWS_AT_ONCE = 400;

  private final LongTable table;
  private final int count;
  private final Path file;

  /** Prepares to write all rows that a table has now; for the user interface's thread. */
  public TableExportJob(LongTable table, Path file) {
    super("Export " + file.getFileName());
    this.table = table;
    this.count = table.count();
    this.file = file;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, count);
    try (Writer out = Files.newBufferedWriter(file)) {
      TraceExports.titles(table, out);
      for (int row = 0; row < count; row += ROWS_AT_ONCE) {
        if (monitor.isCanceled() || table.isDisposed()) {
          return Status.CANCEL_STATUS;
        }
        out.write(rows(row, Math.min(count, row + ROWS_AT_ONCE)));
        progress.worked(ROWS_AT_ONCE);
      }
    } catch (IOException problem) {
      return Status.error(TraceExports.complaint(file, problem), problem);
    }
    WrittenFile.show(file);
    return Status.OK_STATUS;
  }

  private String rows(int first, int end) {
    String[] lines = {""};
    table.getDisplay().syncExec(() -> {
      if (!table.isDisposed()) {
        lines[0] = TraceExports.rows(table, first, Math.min(end, table.count()));
      }
    });
    return lines[0];
  }
}

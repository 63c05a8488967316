package org.sockmodel.dsl.ui.trace.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.handlers.HandlerUtil;
import org.sockmodel.dsl.ui.trace.session.ShownTrace;
import org.sockmodel.dsl.ui.trace.session.TraceSession;

/** Asks for a file and writes the report of the active trace there, as HTML. */
public final class ReportHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    TraceSession session = ShownTrace.in(event.getApplicationContext());
    if (session == null || session.report() == null) {
      return null;
    }
    Path file = ExportHandler.ask(HandlerUtil.getActiveShell(event), session.source().name() + ".html",
        List.of(".html"));
    if (file != null) {
      Job.create("Export " + file.getFileName(), monitor -> {
        try {
          TraceExports.report(session, file);
          WrittenFile.show(file);
          return Status.OK_STATUS;
        } catch (IOException problem) {
          return Status.error(TraceExports.complaint(file, problem), problem);
        }
      }).schedule();
    }
    return null;
  }
}

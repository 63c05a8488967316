package org.sockmodel.dsl.ui.trace.origin;

import com.google.inject.Injector;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;
import org.sockmodel.dsl.ui.language.SockModelLanguage;
import org.sockmodel.dsl.ui.status.StatusLine;
import org.sockmodel.dsl.ui.trace.session.ShownTrace;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.runtime.history.MessageCall;

/** Opens the model at the call that got the chosen message, or says why it cannot: a key knows no greyed item. */
public final class OpenCallHandler extends AbstractHandler {

  /** Why there is nothing to open; empty as long as no reason is known. */
  static Optional<String> obstacle(TraceSession session) {
    if (session == null || session.message() == TraceSession.NONE) {
      return Optional.of(session == null ? "Open a trace and choose a message: the call that got it is opened"
          : "Choose a message: the call that got it is opened");
    }
    IFile trace = session.source().file();
    if (trace == null) {
      return Optional.of("The trace lies outside the workspace, so no model is known to be its own");
    }
    return ModelThreads.get().of(trace.getProject()).filter(threads -> !threads.contains(thread(session)))
        .map(threads -> missing(trace, thread(session)));
  }

  private static String thread(TraceSession session) {
    return session.history().names().text(session.history().messages().comm(session.message()));
  }

  private static String missing(IFile trace, String thread) {
    return "No model in project " + trace.getProject().getName() + " has a thread " + thread;
  }

  @Override
  public Object execute(ExecutionEvent event) {
    TraceSession session = ShownTrace.in(event.getApplicationContext());
    obstacle(session).ifPresentOrElse(StatusLine::refuse,
        () -> open(session, HandlerUtil.getActiveWorkbenchWindow(event).getActivePage()));
    return null;
  }

  private static void open(TraceSession session, IWorkbenchPage page) {
    IFile trace = session.source().file();
    String thread = thread(session);
    Job.create("Find thread " + thread, monitor -> {
      Injector language = SockModelLanguage.injector().join();
      Optional<MessageCall> call = MessageCall.of(session.history(), session.message());
      find(trace, thread, call, language, page);
      return Status.OK_STATUS;
    }).schedule();
  }

  private static void find(IFile trace, String thread, Optional<MessageCall> call, Injector language,
      IWorkbenchPage page) {
    try {
      List<ModelOrigin> origins = new ModelOrigins(language, thread, call).find(trace);
      if (origins.isEmpty()) {
        StatusLine.refuse(missing(trace, thread));
        return;
      }
      page.getWorkbenchWindow().getShell().getDisplay().asyncExec(() -> offer(origins, thread, call, page));
    } catch (CoreException problem) {
      StatusManager.getManager().handle(problem.getStatus(), StatusManager.SHOW);
    }
  }

  /** Goes there if only one can be it, and lets a person choose otherwise. */
  private static void offer(List<ModelOrigin> origins, String thread, Optional<MessageCall> call,
      IWorkbenchPage page) {
    if (origins.size() == 1) {
      show(origins.get(0), page);
      return;
    }
    CallChoice choice = new CallChoice(page.getWorkbenchWindow().getShell(), origins.toArray(),
        "Thread " + thread + " has several calls that may have got the message"
            + call.map(known -> " by " + known).orElse("") + ":");
    if (choice.open() == Window.OK) {
      show((ModelOrigin) choice.getFirstResult(), page);
    }
  }

  private static void show(ModelOrigin origin, IWorkbenchPage page) {
    try {
      IEditorPart editor = IDE.openEditor(page, origin.file());
      if (editor instanceof ITextEditor text) {
        IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
        IRegion line = document.getLineInformation(origin.line() - 1);
        text.selectAndReveal(line.getOffset(), line.getLength());
      }
    } catch (PartInitException | BadLocationException problem) {
      StatusLine.refuse(origin.file().getName() + " cannot be shown: " + problem.getMessage());
    }
  }
}

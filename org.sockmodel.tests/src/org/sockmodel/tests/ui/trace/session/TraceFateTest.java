package org.sockmodel.tests.ui.trace.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.trace.messages.MessagesView;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Workbench;

/** What becomes of a trace's file while it is open. */
class TraceFateTest {

  private static final String EVENT = "          <idle>-0       [000] d....    1.00000%d: irq_handler_entry: irq=24 "
      + "name=eth0\n          <idle>-0       [000] d....    1.00000%d: irq_handler_exit: irq=24 ret=handled\n";

  @AutoClose private final TraceProject project = TraceProject.inPerspective();

  @Test
  void shouldReadATraceAnewThatIsReplaced() throws Exception {
    IFile trace = project.text("trace.txt", "# tracer: nop\n" + EVENT.formatted(1, 2));
    assertEquals(2, TraceProject.open(trace).history().events().size());

    byte[] longer = ("# tracer: nop\n" + EVENT.formatted(1, 2) + EVENT.formatted(3, 4)).getBytes();
    trace.setContents(new ByteArrayInputStream(longer), IResource.FORCE, null);

    IEditorPart editor = Workbench.page().getActiveEditor();
    Workbench.await("the longer one", () -> {
      TraceSession session = editor.getAdapter(TraceSession.class);
      return session != null && session.isComplete() && session.history().events().size() == 4;
    });
  }

  @Test
  void shouldShowInEveryViewWhatATraceIsReplacedBy() throws Exception {
    IFile trace = project.simulated("two-readers");
    LongTable messages = Workbench.page().showView(MessagesView.ID).getAdapter(LongTable.class);
    int before = TraceProject.open(trace).history().messages().size();
    Workbench.await("its messages", () -> messages.count() == before);
    Path folder = trace.getLocation().toPath().getParent();
    Path other = project.simulated("udp-reader").getLocation().toPath().getParent();

    for (Path file : Files.list(folder).toList()) {
      Files.delete(file);
    }
    for (Path file : Files.list(other).toList()) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    trace.getParent().refreshLocal(IResource.DEPTH_INFINITE, null);

    Workbench.await("the other's messages", () -> messages.count() == 1000);
    Workbench.screenshot("trace-replaced");
  }

  @Test
  void shouldFollowATraceThatIsRenamed() throws Exception {
    IFile trace = project.simulated("two-readers");
    TraceProject.open(trace);
    IFolder renamed = trace.getProject().getFolder("renamed");

    trace.getParent().move(renamed.getFullPath(), true, null);

    IFile moved = renamed.getFile("metadata");
    Workbench.await("the trace where it lies now", () -> {
      IEditorPart editor = Workbench.page().findEditor(new FileEditorInput(moved));
      TraceSession session = editor == null ? null : editor.getAdapter(TraceSession.class);
      return session != null && session.isComplete() && session.source().file().equals(moved);
    });
    assertEquals("renamed", Workbench.page().getActiveEditor().getTitle());
  }

  @Test
  void shouldCloseATraceThatIsDeleted() throws Exception {
    IFile trace = project.simulated("two-readers");
    LongTable messages = Workbench.page().showView(MessagesView.ID).getAdapter(LongTable.class);
    int count = TraceProject.open(trace).history().messages().size();
    Workbench.await("its messages", () -> messages.count() == count);

    trace.getParent().delete(true, null);

    Workbench.await("no editor", () -> Workbench.page().getEditorReferences().length == 0);
    Workbench.await("no messages", () -> messages.count() == 0);
  }
}

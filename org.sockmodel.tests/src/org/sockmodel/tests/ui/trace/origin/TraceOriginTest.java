package org.sockmodel.tests.ui.trace.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.trace.messages.MessagesView;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.dsl.ui.trace.timeline.TimelineCanvas;
import org.sockmodel.tests.ui.accessibility.SpokenNames;
import org.sockmodel.tests.ui.workbench.Dialogs;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.Menus;
import org.sockmodel.tests.ui.workbench.Popups;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Workbench;

class TraceOriginTest {

  private static final String OPEN = "org.sockmodel.dsl.ui.trace.openModel";
  private static final String NAME = "Open Call in Model";
  private static final String RECORDING = "host-6.18-calibration/open/pp_udp_lo_x.dat";
  private static final int LOOK_AGAIN_MS = 50;

  /** A thread that gets a request's head and body by different calls, and two bodies by the same. */
  private static final String CALLS = """
      model requests

      machine host {
        cpus 2
        kernel linux.v6_18
      }

      workload requests on host {
        thread client on cpu 0 {
          c = socket(AF_INET, SOCK_DGRAM, 0)
          loop 4 {
            sleep 100us
            sendto c 100B port 9000
          }
        }
        thread server on cpu 1 {
          s = socket(AF_INET, SOCK_DGRAM, 0)
          bind s port 9000
          recv s 64B
          recv s 128B
          recvmsg s 64B
          recv s 128B
        }
      }
      """;

  private final List<Control> nameless = new ArrayList<>();
  @AutoClose private final TraceProject project = new TraceProject();

  @Test
  void shouldLeadFromAMessageToTheCallThatGotIt() throws Exception {
    TraceSession session = TraceProject.open(project.simulatedText("requests", CALLS));

    assertEquals("recv s 64B", reached(session, 0));
    assertEquals("recvmsg s 64B", reached(session, 2));
  }

  @Test
  void shouldOfferAllCallsThatMayHaveGotIt() throws Exception {
    TraceSession session = TraceProject.open(project.simulatedText("requests", CALLS));
    List<String> offered = new ArrayList<>();
    chooseLast(offered);

    assertEquals("recv s 128B", reached(session, 1));
    assertEquals(List.of("recv s 128B   (requests.sockmodel:20)", "recv s 128B   (requests.sockmodel:22)"), offered);
    ITextEditor editor = (ITextEditor) Workbench.page().getActiveEditor();
    assertEquals(List.of(), nameless, "controls that screen readers have no name for");
    assertEquals(21, ((ITextSelection) editor.getSelectionProvider().getSelection()).getStartLine());
  }

  @Test
  void shouldOfferTheCallOfAMessageAloneWhoseThreadAModelHas() throws Exception {
    TraceSession simulated = TraceProject.open(project.simulatedText("requests", CALLS));
    assertFalse(isOffered(), "no message is chosen");
    simulated.chooseMessage(1, null);
    Workbench.await("the offer of a known thread's call", TraceOriginTest::isOffered);
    LongTable messages = Workbench.page().showView(MessagesView.ID).getAdapter(LongTable.class);
    Menu ofMessages = Workbench.all(Table.class, messages).get(0).getMenu();
    assertTrue(Menus.isEnabled(ofMessages, NAME));

    TraceSession recorded = TraceProject.open(project.recorded(RECORDING));
    recorded.chooseMessage(1, null);
    Workbench.await("no offer of an unknown thread's call", () -> !isOffered());
    Workbench.page().showView(MessagesView.ID);
    assertFalse(Menus.isEnabled(ofMessages, NAME));
  }

  @Test
  void shouldSayWhyAKeyOpensNoCall() throws Exception {
    project.text("other.sockmodel", CALLS);
    TraceSession recorded = TraceProject.open(project.recorded(RECORDING));
    assertEquals("Choose a message: the call that got it is opened", saidAfterKey());
    recorded.chooseMessage(1, null);
    Workbench.await("the threads of the models", () -> !isOffered());

    String thread = recorded.history().names().text(recorded.history().messages().comm(1));
    assertEquals("No model in project traces has a thread " + thread, saidAfterKey());
  }

  /** Presses the command's key; what the status line says of it, until it is gone after the next key. */
  private static String saidAfterKey() {
    Keys.press("F3");
    Workbench.await("a reason in the status line", () -> !reason().isEmpty());
    String said = reason();
    Keys.press("Shift_L");
    Workbench.await("a status line without it", () -> reason().isEmpty());
    return said;
  }

  private static String reason() {
    return Workbench.all(CLabel.class, Dialogs.window()).stream().map(CLabel::getText)
        .filter(text -> text.contains("the call that got it") || text.startsWith("No model")).findFirst().orElse("");
  }

  private static boolean isOffered() {
    TimelineCanvas canvas = Workbench.page().getActiveEditor().getAdapter(TimelineCanvas.class);
    return Menus.isEnabled(canvas.getMenu(), NAME);
  }

  @Test
  void shouldLeadThereFromTheMessagesWhileAModelIsInFront() throws Exception {
    TraceSession session = TraceProject.open(project.simulatedText("requests", CALLS));
    Workbench.page().showView(MessagesView.ID);
    ITextEditor editor = (ITextEditor) IDE.openEditor(Workbench.page(),
        session.source().file().getProject().getFile("requests.sockmodel"));
    Workbench.page().activate(Workbench.page().findView(MessagesView.ID));
    session.chooseMessage(2, null);

    Keys.press("F3");

    Workbench.await("the call", () -> editor.getSelectionProvider().getSelection() instanceof ITextSelection selected
        && selected.getText().strip().equals("recvmsg s 64B"));
  }

  private static String reached(TraceSession session, int message) throws Exception {
    IEditorPart trace = Arrays.stream(Workbench.page().getEditorReferences())
        .map(reference -> reference.getEditor(false))
        .filter(editor -> editor.getAdapter(TraceSession.class) == session).findFirst().orElseThrow();
    Workbench.page().activate(trace);
    session.goToMessage(message, trace);
    Workbench.page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(OPEN, null);
    Workbench.await("the model", () -> Workbench.page().getActiveEditor() instanceof ITextEditor);
    ITextEditor editor = (ITextEditor) Workbench.page().getActiveEditor();
    assertEquals("requests.sockmodel", editor.getEditorInput().getAdapter(IFile.class).getName());
    Workbench.await("a line", () -> !((ITextSelection) editor.getSelectionProvider().getSelection()).isEmpty());
    return ((ITextSelection) editor.getSelectionProvider().getSelection()).getText().strip();
  }

  /** The dialog keeps the thread of the test until it is closed, so it is answered from within. */
  private void chooseLast(List<String> offered) {
    Display display = Display.getCurrent();
    display.timerExec(LOOK_AGAIN_MS, () -> {
      for (Shell shell : display.getShells()) {
        Table list = shell.getText().equals(NAME) ? Popups.find(shell, Table.class) : null;
        if (list != null && list.getItemCount() > 1) {
          Arrays.stream(list.getItems()).map(TableItem::getText).forEach(offered::add);
          keep(shell);
          nameless.addAll(SpokenNames.missing(shell));
          list.setSelection(list.getItemCount() - 1);
          list.notifyListeners(SWT.DefaultSelection, new Event());
          return;
        }
      }
      chooseLast(offered);
    });
  }

  private static void keep(Shell shell) {
    try {
      Workbench.screenshot("trace-origin", shell);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}

package org.sockmodel.tests.ui.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.progress.IProgressConstants;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.library.FirstModel;
import org.sockmodel.dsl.ui.launch.SimulationSettings;
import org.sockmodel.dsl.ui.launch.Simulations;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.runtime.trace.FunctionTracepoints.Function;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.ui.accessibility.SpokenNames;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.Launches;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Popups;
import org.sockmodel.tests.ui.workbench.Views;
import org.sockmodel.tests.ui.workbench.Workbench;

class LaunchTest {

  private static final String FIRST = FirstModel.text("first");
  private static final String FAILING = FIRST.replace("messages == 1000", "messages == 1001");

  private static final int FAILING_LINE =
      (int) FAILING.lines().takeWhile(line -> !line.startsWith("  messages == ")).count();

  private final ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
  @AutoClose private final ModelProject project = new ModelProject("launched").built();

  @Test
  void shouldReportToTheConsoleAndLeadFromAFailedExpectationToItsLine() throws Exception {
    IFile file = project.file("first.sockmodel", FAILING);
    IDE.openEditor(Workbench.page(), file);

    Simulations.launch(file, "");

    assertEquals(1, exitCode(Launches.finished()));
    TextConsole console = console();
    text(console, "launched/first.sockmodel:" + (FAILING_LINE + 1) + ": expected messages == 1001, got 1000\n");
    String text = text(console, "expectations met: 1 of 2");
    assertTrue(text.contains("model launched/first.sockmodel, seed 1\n"), text);
    Workbench.await("a link", () -> console.getHyperlinks().length > 0);
    Workbench.page().showView(IConsoleConstants.ID_CONSOLE_VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
    Workbench.await("an idle workbench", () -> Job.getJobManager().find(SimulationSettings.TYPE).length == 0);
    Workbench.screenshot("launch-console");

    StyledText shown = Popups.text(Views.control(IConsoleConstants.ID_CONSOLE_VIEW));
    int place = text.indexOf("launched/first.sockmodel:" + (FAILING_LINE + 1)) + 2;
    shown.setSelection(place);
    Workbench.settle();
    Rectangle letter = shown.getTextBounds(place, place);
    Keys.point(shown, letter.x, letter.y + letter.height / 2);
    Workbench.settle();
    Keys.run("click", "1");

    Workbench.await("the editor", () -> Workbench.page().getActivePart() == Workbench.page().getActiveEditor());
    IEditorPart editor = Workbench.page().getActiveEditor();
    assertEquals("first.sockmodel", editor.getTitle());
    ITextSelection selection = (ITextSelection) ((ITextEditor) editor).getSelectionProvider().getSelection();
    assertEquals(FAILING_LINE, selection.getStartLine());
  }

  @Test
  void shouldPutTheTraceIntoTheProjectAndOpenIt() throws Exception {
    IFile file = project.file("first.sockmodel", FIRST);

    Simulations.launch(file, "");

    assertEquals(0, exitCode(Launches.finished()));
    IFile metadata = project.project().getFile("traces/first-seed1/metadata");
    Workbench.await("an open trace", () -> Workbench.page().findEditor(
        new FileEditorInput(metadata)) != null);
    assertTrue(metadata.getParent().isDerived(IResource.CHECK_ANCESTORS));
  }

  @Test
  void shouldShowTheNewTraceWhenAModelIsRunAgain() throws Exception {
    IFile file = project.file("first.sockmodel", FIRST);
    Simulations.launch(file, "");
    Launches.finished();
    IFile metadata = project.project().getFile("traces/first-seed1/metadata");
    Workbench.await("the first trace", () -> messages(metadata) == 1000);
    Launches.forgetAll();
    ModelProject.save(file, FIRST.replace("count 1000", "count 300").replace("== 1000", "== 300"));

    Simulations.launch(file, "");

    assertEquals(0, exitCode(Launches.finished()));
    Workbench.await("the second trace", () -> messages(metadata) == 300);
  }

  @Test
  void shouldKeepTheTraceOfAModelAsItWasBeforeItsLastChange() throws Exception {
    IFile file = project.file("first.sockmodel", FIRST);
    IFolder traces = project.project().getFolder("traces");
    runAgain(file);
    byte[] unchanged = metadataAndEvents(traces.getFolder("first-seed1"));

    runAgain(file);
    assertFalse(traces.getFolder("first-seed1-before").exists(), "the same came of it");
    ModelProject.save(file, FIRST.replace("count 1000", "count 300").replace("== 1000", "== 300"));
    runAgain(file);
    text(console(), "trace launched/traces/first-seed1; of the model before a change: first-seed1-before\n");
    runAgain(file);

    assertArrayEquals(unchanged, metadataAndEvents(traces.getFolder("first-seed1-before")));
    assertFalse(Arrays.equals(unchanged, metadataAndEvents(traces.getFolder("first-seed1"))));
  }

  private static void runAgain(IFile file) throws Exception {
    Launches.forgetAll();
    Simulations.launch(file, "");
    assertEquals(0, exitCode(Launches.finished()));
  }

  private static byte[] metadataAndEvents(IFolder trace) throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (IResource part : trace.members()) {
      all.write(((IFile) part).readAllBytes());
    }
    return all.toByteArray();
  }

  /** How many messages the trace has that is open; less than none while it is not read to its end. */
  private static int messages(IFile metadata) {
    IEditorPart editor = Workbench.page().findEditor(new FileEditorInput(metadata));
    TraceSession session = editor == null ? null : editor.getAdapter(TraceSession.class);
    return session == null || !session.isComplete() ? -1 : session.history().messages().size();
  }

  @Test
  void shouldFollowAModelThatIsRenamedOrMoved() throws Exception {
    IFile file = project.file("first.sockmodel", FIRST);
    Simulations.launch(file, "");
    Launches.finished();
    assertEquals(List.of("first"), configurations(""));

    file.move(file.getFullPath().removeLastSegments(1).append("second.sockmodel"), true, null);

    Workbench.await("another name", () -> configurations("").equals(List.of("second")));
    assertEquals(List.of("second"), configurations("launched/second.sockmodel"));
    IFolder folder = project.project().getFolder("before");
    folder.create(true, true, null);
    IFile second = project.project().getFile("second.sockmodel");
    second.move(folder.getFile("second.sockmodel").getFullPath(), true, null);
    Workbench.await("another place",
        () -> configurations("launched/before/second.sockmodel").equals(List.of("second")));
    folder.move(project.project().getFolder("after").getFullPath(), true, null);
    Workbench.await("another folder",
        () -> configurations("launched/after/second.sockmodel").equals(List.of("second")));
  }

  /** The names of the configurations of a model; empty is any. */
  private List<String> configurations(String model) {
    try {
      List<String> names = new ArrayList<>();
      for (ILaunchConfiguration each : manager.getLaunchConfigurations()) {
        if (model.isEmpty() || SimulationSettings.of(each).model().equals(model)) {
          names.add(each.getName());
        }
      }
      return names;
    } catch (CoreException changing) {
      return List.of();
    }
  }

  @Test
  void shouldSayThatThereIsNoSuchModel() throws Exception {
    ILaunchConfigurationType type = manager.getLaunchConfigurationType(SimulationSettings.TYPE);
    for (String typed : List.of("", "l", "launched", "launched/", "launched/none.sockmodel")) {
      ILaunchConfigurationWorkingCopy copy = type.newInstance(null, "typed");
      SimulationSettings.of(typed, "").into(copy);

      CoreException refused = assertThrows(CoreException.class, () -> copy.launch(ILaunchManager.RUN_MODE, null));

      assertEquals(typed.isEmpty() ? "Choose a model." : "There is no model " + typed + "; choose another one.",
          refused.getStatus().getMessage());
    }
  }

  @Test
  void shouldRunOneWorkloadWithOtherValuesOnAnotherKernelAndSeed() throws Exception {
    IFile file = project.file("first.sockmodel", FIRST + "workload idle on host {\n  thread t {\n  }\n}\n");

    launch(new SimulationSettings("launched/first.sockmodel", "reading", "linux.v3_10", "7",
        List.of("eth0.ring=64"), false, false), file);

    assertEquals(0, exitCode(Launches.finished()));
    String text = text(console(), "seed 7\n");
    assertFalse(text.contains("expectations met"), text);
    assertFalse(project.project().getFolder("traces").exists());
  }

  @Test
  void shouldKeepTracesApartOfRunsThatDiffer() throws Exception {
    IFile file = project.file("first.sockmodel", FIRST);
    IFolder traces = project.project().getFolder("traces");

    launch(new SimulationSettings("launched/first.sockmodel", "reading", "linux.v3_10", "7",
        List.of("eth0.ring=64", "eth0.link=1Gbit/s"), true, true), file);

    assertEquals(0, exitCode(Launches.finished()));
    IFolder trace = traces.getFolder("first-reading-v3_10-seed7-eth0.ring=64-eth0.link=1Gbit_s-functions");
    assertTrue(trace.getFile("metadata").exists(), () -> String.join(", ", traces.getLocation().toFile().list()));
    Workbench.await("an open trace", () -> Workbench.page().findEditor(
        new FileEditorInput(trace.getFile("metadata"))) != null);
    List<String> functions = new ArrayList<>();
    TraceReader reader = TraceFiles.open(Path.of(trace.getLocation().toOSString()));
    reader.read(event -> functions.add(event.tracepoint() == Function.TRACEPOINT
        ? reader.names().text(event.intValue(Function.FUNC)) : ""));
    assertTrue(functions.containsAll(List.of("net_rx_action", "udp_recvmsg")));
  }

  @Test
  void shouldTellWhatIsWrongWithAValue() throws Exception {
    IFile file = project.file("first.sockmodel", FIRST);

    launch(new SimulationSettings("launched/first.sockmodel", "", "", "1", List.of("eth0.rang=64"), false, false),
        file);

    assertEquals(1, exitCode(Launches.finished()));
    text(console(), "did you mean 'eth0.ring'?");
  }

  @Test
  void shouldTellWhyATraceCannotBeKeptAndWhatToDo() throws Exception {
    project.file("traces", "no folder");
    IFile file = project.file("first.sockmodel", FIRST);

    Simulations.launch(file, "");

    assertEquals(1, exitCode(Launches.finished()));
    String text = text(console(), "without keeping the trace");
    assertTrue(text.contains("launched/first.sockmodel: cannot write launched/traces: "), text);
  }

  @Test
  void shouldStopWhenItsProcessIsTerminated() throws Exception {
    IFile file = project.file("long.sockmodel", FIRST.replace("count 1000", "count 1000000000"));
    launch(new SimulationSettings("launched/long.sockmodel", "", "", "1", List.of(), false, false), file);
    Workbench.await("a process", () -> manager.getProcesses().length > 0);

    manager.getProcesses()[0].terminate();

    assertEquals(130, exitCode(Launches.finished()));
  }

  @Test
  void shouldStopByTheButtonOfTheProgressView() throws Exception {
    Workbench.page().showView(IProgressConstants.PROGRESS_VIEW_ID);
    IFile file = project.file("long.sockmodel", FIRST.replace("count 1000", "count 1000000000"));
    launch(new SimulationSettings("launched/long.sockmodel", "", "", "1", List.of(), false, false), file);
    Workbench.await("a process", () -> manager.getProcesses().length > 0);
    Workbench.page().showView(IProgressConstants.PROGRESS_VIEW_ID);
    Workbench.await("the run", () -> stop() != null);
    Workbench.screenshot("launch-progress");

    // The row moves when one above it goes.
    Workbench.await("no run", () -> {
      ToolBar stop = stop();
      if (stop != null) {
        Keys.point(stop, stop.getSize().x / 2, stop.getSize().y / 2);
        Keys.run("click", "1");
        Workbench.settle();
      }
      return stop == null;
    });

    assertEquals(130, exitCode(Launches.finished()));
  }

  /** What stops the run, in its row of the progress view; null if there is none. */
  private static ToolBar stop() {
    return Workbench.all(ToolBar.class, Views.control(IProgressConstants.PROGRESS_VIEW_ID)).stream()
        .filter(bar -> bar.isVisible() && bar.getItemCount() == 1 && bar.getSize().x > 0)
        .filter(bar -> Workbench.all(Label.class, bar.getParent()).stream()
            .anyMatch(label -> label.getText().startsWith("Simulating")))
        .findFirst().orElse(null);
  }

  @Test
  void shouldOfferWhatCanBeChosen() throws Exception {
    IFile file = project.file("first.sockmodel", FIRST);
    Simulations.launch(file, "");
    Launches.finished();
    ILaunchConfiguration[] configurations = manager.getLaunchConfigurations();
    assertEquals(List.of("first"), Arrays.stream(configurations).map(ILaunchConfiguration::getName).toList());
    Shell window = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
    Display display = window.getDisplay();
    boolean[] seen = new boolean[1];
    List<Control> nameless = new ArrayList<>();
    display.timerExec(3000, () -> {
      Shell dialog = Arrays.stream(display.getShells()).filter(shell -> shell != window && shell.isVisible()
          && shell.getText().startsWith("Run")).findFirst().orElse(null);
      if (dialog != null) {
        seen[0] = true;
        try {
          CTabFolder tabs = Workbench.all(CTabFolder.class, dialog).get(0);
          List.of("Simulation", "Parameters").forEach(tab -> nameless.addAll(SpokenNames.missing(tab(tabs, tab))));
          Workbench.screenshot("launch-configuration", dialog);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } finally {
          dialog.close();
        }
      }
    });

    DebugUITools.openLaunchConfigurationDialogOnGroup(window, new StructuredSelection(configurations),
        "org.eclipse.debug.ui.launchGroup.run");

    assertTrue(seen[0]);
    assertEquals(List.of(), nameless, "controls that screen readers have no name for");
  }

  private static Composite tab(CTabFolder tabs, String name) {
    return (Composite) Arrays.stream(tabs.getItems()).filter(item -> item.getText().equals(name)).findFirst()
        .orElseThrow().getControl();
  }

  private void launch(SimulationSettings settings, IFile file) throws Exception {
    ILaunchConfigurationType type = manager.getLaunchConfigurationType(SimulationSettings.TYPE);
    ILaunchConfigurationWorkingCopy copy = type.newInstance(null, file.getName());
    settings.into(copy);
    DebugUITools.launch(copy.doSave(), ILaunchManager.RUN_MODE);
  }

  private static int exitCode(ILaunch launch) throws Exception {
    IProcess process = launch.getProcesses()[0];
    return process.getExitValue();
  }

  private TextConsole console() {
    Workbench.await("a console", () -> consoles().size() == 1);
    return consoles().get(0);
  }

  private static List<TextConsole> consoles() {
    return Arrays.stream(ConsolePlugin.getDefault().getConsoleManager().getConsoles())
        .filter(TextConsole.class::isInstance).map(TextConsole.class::cast).toList();
  }

  private static String text(TextConsole console, String awaited) {
    Workbench.await(awaited, () -> console.getDocument().get().contains(awaited));
    return console.getDocument().get();
  }
}

package org.sockmodel.tests.ui.responsiveness;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.library.FirstModel;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.dsl.ui.launch.SimulationShortcut;
import org.sockmodel.tests.ui.workbench.Dialogs;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Popups;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Views;
import org.sockmodel.tests.ui.workbench.Workbench;

/** What people do all day keeps the display from answering for no longer than they would not feel. */
class AtHandTest {

  private static final String PREFERENCES = "org.sockmodel.dsl.ui.preferences";

  private final ILaunchManager launches = DebugPlugin.getDefault().getLaunchManager();
  @AutoClose private final ModelProject project = new ModelProject("athand").built();
  private IFile file;

  @BeforeEach
  void create() throws Exception {
    file = project.file("first.sockmodel", FirstModel.text("first"));
  }

  @Test
  void shouldStayAtHandWhileWordsAreProposedAndExplained() throws Exception {
    Display display = Display.getCurrent();
    DisplayWatch.assertNeverKeptBy(() -> {
      ModelEditor editor = ModelEditor.open(file);
      editor.awaitColour("host {", TokenColour.MACHINE);
      editor.goTo("recv ");
      Keys.press("F2");
      Workbench.await("an explanation", () -> Popups.explanation(display) != null);
      Keys.press("Escape");
      editor.goToEnd();
      Keys.type("wor");
      Keys.press("ctrl+space");
      Workbench.await("proposals", () -> Popups.list(display) != null && Popups.list(display).getItemCount() > 1);
      Keys.press("Down");
      Keys.press("Return");
      Workbench.await("a template", () -> editor.text().contains("workload one_reader"));
      Workbench.page().closeAllEditors(false);
    });
  }

  @Test
  void shouldStayAtHandWhileWizardsAndPreferencesAreOpened() throws Exception {
    DisplayWatch.assertNeverKeptBy(() -> {
      for (String name : List.of("project", "model", "examples")) {
        WizardDialog dialog = Dialogs.wizard(name, new StructuredSelection(project.project()));
        IWizardPage next = dialog.getCurrentPage().getNextPage();
        if (next != null) {
          dialog.showPage(next);
        }
        Workbench.settle();
        dialog.close();
      }
      for (String page : List.of(PREFERENCES, PREFERENCES + ".editor", PREFERENCES + ".templates")) {
        PreferenceDialog dialog = Dialogs.preferences(page);
        Workbench.settle();
        dialog.close();
      }
    });
  }

  @Test
  void shouldStayAtHandWhileAModelIsRunAndItsTraceOpens() throws Exception {
    FileEditorInput trace = new FileEditorInput(project.project().getFile("traces/first-seed1/metadata"));
    DisplayWatch.assertNeverKeptBy(() -> {
      new SimulationShortcut().launch(ModelEditor.open(file).editor(), ILaunchManager.RUN_MODE);

      Workbench.await("the end of the run", () -> isOver(launches.getLaunches()));
      Workbench.await("the trace", () -> Workbench.page().findEditor(trace) != null);
      launches.removeLaunches(launches.getLaunches());
      Workbench.page().closeAllEditors(false);
    });
  }

  @Test
  void shouldStayAtHandWhileViewsAreOpened() throws Exception {
    try (TraceProject traces = TraceProject.inPerspective()) {
      IFile trace = traces.simulated("two-readers");
      DisplayWatch.assertNeverKeptBy(() -> {
        TraceProject.open(trace);
        for (String view : Views.ours()) {
          Workbench.page().showView(view);
          Workbench.settle();
        }
        for (String view : Views.ours()) {
          Workbench.page().hideView(Workbench.page().findView(view));
        }
        Workbench.page().closeAllEditors(false);
      });
    }
  }

  private static boolean isOver(ILaunch[] launched) {
    return launched.length == 1 && launched[0].isTerminated();
  }
}

package org.sockmodel.tests.ui.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.trace.timeline.TimelineCanvas;
import org.sockmodel.tests.ui.workbench.Dialogs;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Views;
import org.sockmodel.tests.ui.workbench.Workbench;

/** Whoever does not see a control hears what it is: all that takes the keys has a name. */
class ScreenReaderTest {

  private static final String PREFERENCES = "org.sockmodel.dsl.ui.preferences";

  @AutoClose private final TraceProject project = TraceProject.inPerspective();

  @Test
  void shouldFindWhatHasNoName() {
    Shell shell = new Shell(Dialogs.window());
    try {
      new Text(shell, SWT.BORDER);
      new Button(shell, SWT.PUSH);

      assertEquals(2, SpokenNames.missing(shell).size());
    } finally {
      shell.dispose();
    }
  }

  @Test
  void shouldNameWhatViewsShow() throws Exception {
    TraceProject.open(project.simulated("two-readers"));
    TimelineCanvas timeline = Workbench.page().getActiveEditor().getAdapter(TimelineCanvas.class);
    assertNamed(timeline.getParent());
    for (String view : Views.ours()) {
      Workbench.page().showView(view);
      assertNamed(Views.control(view));
    }
  }

  @Test
  void shouldNameWhatWizardsAsk() throws Exception {
    for (String name : List.of("project", "model", "examples")) {
      WizardDialog dialog = Dialogs.wizard(name, StructuredSelection.EMPTY);
      try {
        for (IWizardPage page : ((Wizard) dialog.getCurrentPage().getWizard()).getPages()) {
          dialog.showPage(page);
          assertNamed(dialog.getShell());
        }
      } finally {
        dialog.close();
      }
    }
  }

  @Test
  void shouldNameWhatPreferencesAsk() {
    for (String page : List.of(PREFERENCES, PREFERENCES + ".editor", PREFERENCES + ".templates")) {
      PreferenceDialog dialog = Dialogs.preferences(page);
      try {
        assertNamed((Composite) ((PreferencePage) dialog.getSelectedPage()).getControl());
      } finally {
        dialog.close();
      }
    }
  }

  private static void assertNamed(Composite within) {
    assertEquals(List.of(), SpokenNames.missing(within), "without a name in " + within);
  }
}

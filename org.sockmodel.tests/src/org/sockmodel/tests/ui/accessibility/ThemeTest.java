package org.sockmodel.tests.ui.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.dsl.ui.guide.FirstSteps;
import org.sockmodel.dsl.ui.trace.messages.MessagesView;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.tests.dsl.ui.colouring.Contrast;
import org.sockmodel.tests.ui.workbench.Dialogs;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Popups;
import org.sockmodel.tests.ui.workbench.ReaderModel;
import org.sockmodel.tests.ui.workbench.Themes;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Views;
import org.sockmodel.tests.ui.workbench.Workbench;

/** All that is written can be read in the dark theme too. */
class ThemeTest {

  private static final double READABLE = 3;

  @AutoClose private final ModelProject project = new ModelProject("dark");
  private ModelEditor editor;

  @BeforeEach
  void open() throws Exception {
    Workbench.page().showView("org.eclipse.ui.views.ContentOutline");
    editor = ModelEditor.open(project.file("reader.sockmodel", ReaderModel.TEXT + "\n"));
    editor.awaitColour("host {", TokenColour.MACHINE);
    Themes.dark();
  }

  @AfterEach
  void close() throws Exception {
    Themes.light();
  }

  @Test
  void shouldPaintTheEditorAnewInTheColoursOfTheTheme() throws Exception {
    editor.awaitColour("host {", TokenColour.MACHINE);

    assertEquals(new RGB(0x56, 0xc8, 0xc4), ModelEditor.rgb(TokenColour.MACHINE));
    assertReadable(editor.widget());
    Workbench.screenshot("dark-editor");
  }

  @Test
  void shouldShowProposalsAndExplanationsInIt() throws Exception {
    Display display = Display.getCurrent();
    editor.goTo("recv s");
    Keys.press("F2");
    Workbench.await("an explanation", () -> Popups.explanation(display) != null);
    Workbench.screenshot("dark-hover");
    assertReadable(Popups.explanation(display));
    Keys.press("Escape");
    editor.goToEnd();
    Keys.type("wor");
    Keys.press("ctrl+space");
    Workbench.await("proposals", () -> Popups.list(display) != null && Popups.list(display).getItemCount() > 1);
    Workbench.screenshot("dark-completion");
    assertReadable(Popups.list(display));
    Keys.press("Escape");
  }

  @Test
  void shouldShowFirstStepsInIt() throws Exception {
    Workbench.page().showView(FirstSteps.ID);
    Workbench.screenshot("dark-first-steps");
    assertReadable(Dialogs.window());
    Workbench.page().hideView(Workbench.page().findView(FirstSteps.ID));
  }

  @Test
  void shouldShowWizardsInIt() throws Exception {
    for (String name : List.of("project", "examples")) {
      WizardDialog dialog = Dialogs.wizard(name, StructuredSelection.EMPTY);
      IWizardPage next = dialog.getCurrentPage().getNextPage();
      if (next != null) {
        dialog.showPage(next);
      }
      Workbench.screenshot("dark-wizard-" + name, dialog.getShell());
      assertReadable(dialog.getShell());
      dialog.close();
    }
  }

  @Test
  void shouldShowPreferencesInIt() throws Exception {
    PreferenceDialog preferences = Dialogs.preferences("org.sockmodel.dsl.ui.preferences.templates");
    Workbench.screenshot("dark-preferences", preferences.getShell());
    assertReadable(preferences.getShell());
    preferences.close();
  }

  @Test
  void shouldShowTracesInIt() throws Exception {
    try (TraceProject traces = TraceProject.inPerspective()) {
      TraceSession session = TraceProject.open(traces.simulated("two-readers"));
      session.goToMessage(40, this);
      for (String view : Views.ours()) {
        Workbench.page().showView(view);
      }
      Workbench.page().showView(MessagesView.ID);
      Workbench.screenshot("dark-trace");
      Views.ours().forEach(view -> assertReadable(Views.control(view)));
    }
  }

  /** Looks at a control that shows text, and at all below it. */
  private static void assertReadable(Control control) {
    if (control instanceof Label || control instanceof Link || control instanceof Text || control instanceof Table
        || control instanceof Tree || control instanceof StyledText) {
      double contrast = Contrast.of(rgb(control.getForeground()), rgb(control.getBackground()));
      assertTrue(contrast >= READABLE || !control.isEnabled(), control + " " + control.getForeground() + " on "
          + control.getBackground());
    }
    if (control instanceof Composite composite) {
      for (Control child : composite.getChildren()) {
        if (child.isVisible()) {
          assertReadable(child);
        }
      }
    }
  }

  private static int rgb(Color colour) {
    return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
  }
}

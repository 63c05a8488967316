package org.sockmodel.tests.ui.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.console.IConsoleConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.guide.FirstStart;
import org.sockmodel.dsl.ui.guide.FirstSteps;
import org.sockmodel.dsl.ui.guide.Step;
import org.sockmodel.tests.ui.workbench.Dialogs;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.Launches;
import org.sockmodel.tests.ui.workbench.ModalDialog;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Popups;
import org.sockmodel.tests.ui.workbench.Views;
import org.sockmodel.tests.ui.workbench.Workbench;

class FirstStepsTest {

  @AfterEach
  void closeAll() throws Exception {
    Launches.forgetAll();
    Workbench.page().closeAllEditors(false);
    ModelProject.awaitBuild();
    for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
      project.delete(true, true, null);
    }
    Workbench.page().hideView(Workbench.page().findView(FirstSteps.ID));
  }

  @Test
  void shouldLeadFromAnEmptyWorkspaceToTheReportByKeysAndClicks() throws Exception {
    IWorkspaceRoot workspace = ResourcesPlugin.getWorkspace().getRoot();
    assertEquals(0, workspace.getProjects().length);
    FirstStart.show();

    ModalDialog.work("New", () -> follow(Step.PROJECT), dialog -> {
      Keys.type("begun");
      Workbench.keep("first-steps-project", dialog);
      Keys.press("Return");
    });
    IProject project = workspace.getProject("begun");
    Workbench.await("the model", () -> Workbench.page().getActiveEditor() != null);
    Workbench.page().closeAllEditors(false);
    follow(Step.MODEL);
    Workbench.await("the model again", () -> Workbench.page().getActiveEditor() != null
        && Workbench.page().getActiveEditor().getTitle().endsWith(".sockmodel"));
    follow(Step.PROBLEMS);
    Workbench.await("the problems", () -> isVisible(IPageLayout.ID_PROBLEM_VIEW));
    ModelProject.awaitBuild();
    assertTrue(project.getFolder("src-gen").exists());
    follow(Step.RUN);
    assertEquals(0, Launches.finished().getProcesses()[0].getExitValue());
    Workbench.await("the trace", () -> project.getFolder("traces").exists());
    Workbench.settle();
    Workbench.page().showView(IPageLayout.ID_PROBLEM_VIEW);
    follow(Step.REPORT);

    Workbench.await("the report", () -> isVisible(IConsoleConstants.ID_CONSOLE_VIEW));
    StyledText report = Popups.text(Views.control(IConsoleConstants.ID_CONSOLE_VIEW));
    assertTrue(report.getText().contains("expectations met: 2 of 2"), report.getText());
    Workbench.screenshot("first-steps");
    ModelProject.awaitBuild();
  }

  private static boolean isVisible(String view) {
    return Workbench.page().findView(view) != null && Workbench.page().isPartVisible(Workbench.page().findView(view));
  }

  /** Clicks beside the steps, goes on to a step's link, and follows it. */
  private static void follow(Step step) {
    Keys.point(Views.control(FirstSteps.ID), 3, 3);
    Keys.run("click", "1");
    Keys.tabTo(link(step));
    Keys.press("Return");
  }

  @Test
  void shouldGreetWhoHasMadeNothingYet() throws Exception {
    assertTrue(FirstStart.isDue("org.sockmodel.dsl.ui.product", 0));
    assertFalse(FirstStart.isDue("org.sockmodel.dsl.ui.product", 1));
    assertFalse(FirstStart.isDue("org.eclipse.sdk.ide", 0));

    Workbench.page().showView(IPageLayout.ID_TASK_LIST);

    FirstStart.show();

    assertTrue(Workbench.page().isPartVisible(Workbench.page().findView(IPageLayout.ID_PROBLEM_VIEW)));
    assertTrue(Workbench.page().isPartVisible(Workbench.page().findView(FirstSteps.ID)));
  }

  @Test
  void shouldScrollToTheLinkThatTakesTheKeys() throws Exception {
    Workbench.page().showView(FirstSteps.ID);
    Link last = link(Step.REPORT);
    ScrolledComposite scrolled = (ScrolledComposite) last.getParent().getParent();
    Workbench.await("more than has room", () -> scrolled.getMinHeight() > scrolled.getClientArea().height);

    last.setFocus();

    Workbench.await("the last link", () -> scrolled.getOrigin().y + scrolled.getClientArea().height
        >= last.getBounds().y + last.getBounds().height);
  }

  private static Link link(Step step) {
    return Workbench.all(Link.class, Dialogs.window()).stream()
        .filter(link -> link.getText().equals("<a>" + step.action() + "</a>")).findFirst().orElseThrow();
  }
}

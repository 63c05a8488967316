package org.sockmodel.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.console.IConsoleConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.library.FirstModel;
import org.sockmodel.dsl.ui.guide.FirstStart;
import org.sockmodel.dsl.ui.guide.FirstSteps;
import org.sockmodel.dsl.ui.guide.Step;

class FirstStepsTest {

  private final ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();

  @AfterEach
  void closeAll() throws Exception {
    Launches.forgetAll();
    Workbench.page().closeAllEditors(false);
    Workbench.page().hideView(Workbench.page().findView(FirstSteps.ID));
  }

  @Test
  void shouldLeadFromTheProjectToTheReport() throws Exception {
    Workbench.page().showView(FirstSteps.ID);
    ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
    assertTrue(commands.deserialize(Step.PROJECT.command()).getCommand().isDefined());
    try (ModelProject project = new ModelProject("begun").built()) {
      project.file("first.sockmodel", FirstModel.text("first"));
      ModelProject.awaitBuild();

      for (Step step : List.of(Step.MODEL, Step.PROBLEMS, Step.RUN, Step.REPORT)) {
        link(step).notifyListeners(SWT.Selection, new Event());
      }

      Workbench.await("the end of the run", () -> {
        ILaunch[] launches = manager.getLaunches();
        return launches.length == 1 && launches[0].isTerminated();
      });
      assertEquals(0, manager.getLaunches()[0].getProcesses()[0].getExitValue());
      assertTrue(Workbench.page().isPartVisible(Workbench.page().findView(IConsoleConstants.ID_CONSOLE_VIEW)));
      Workbench.page().showView(FirstSteps.ID);
      Workbench.screenshot("first-steps");
      ModelProject.awaitBuild();
    }
  }

  @Test
  void shouldGreetWhoHasMadeNothingYet() {
    assertTrue(FirstStart.isDue("org.sockmodel.dsl.ui.product", 0));
    assertFalse(FirstStart.isDue("org.sockmodel.dsl.ui.product", 1));
    assertFalse(FirstStart.isDue("org.eclipse.sdk.ide", 0));

    FirstStart.show();

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
    List<Link> links = Workbench.all(Link.class, PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell());
    return links.stream().filter(link -> link.getText().equals("<a>" + step.action() + "</a>")).findFirst()
        .orElseThrow();
  }
}

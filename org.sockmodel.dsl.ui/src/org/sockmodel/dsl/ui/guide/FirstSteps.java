package org.sockmodel.dsl.ui.guide;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;

/** Shows the {@link Step}s below each other, each with a link that does it. */
public final class FirstSteps extends ViewPart {

  /** The identifier of this view. */
  public static final String ID = "org.sockmodel.dsl.ui.guide";

  private static final int GAP = 14;

  private ScrolledComposite scrolled;
  private Composite steps;
  private int fittedWidth;

  @Override
  public void createPartControl(Composite parent) {
    scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
    scrolled.setExpandHorizontal(true);
    scrolled.setExpandVertical(true);
    scrolled.setShowFocusedControl(true);
    steps = new Composite(scrolled, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(GAP, GAP).applyTo(steps);
    for (Step step : Step.values()) {
      add(step);
    }
    scrolled.setContent(steps);
    scrolled.addListener(SWT.Resize, event -> scrolled.getDisplay().asyncExec(this::fit));
  }

  /** How high the steps are follows from their width. A window passes through several until it is laid out. */
  private void fit() {
    if (!scrolled.isDisposed() && scrolled.getClientArea().width != fittedWidth) {
      fittedWidth = scrolled.getClientArea().width;
      scrolled.setMinHeight(steps.computeSize(fittedWidth, SWT.DEFAULT, false).y);
    }
  }

  private void add(Step step) {
    Label title = new Label(steps, SWT.NONE);
    title.setText(step.ordinal() + 1 + ". " + step.title());
    title.setFont(JFaceResources.getHeaderFont());
    Label text = new Label(steps, SWT.WRAP);
    text.setText(step.text());
    GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(text);
    Link link = new Link(steps, SWT.NONE);
    link.setText("<a>" + step.action() + "</a>");
    GridDataFactory.swtDefaults().indent(0, 2).applyTo(link);
    link.addListener(SWT.Selection, event -> execute(step));
    new Label(steps, SWT.NONE);
  }

  private void execute(Step step) {
    try {
      getSite().getService(IHandlerService.class)
          .executeCommand(getSite().getService(ICommandService.class).deserialize(step.command()), null);
    } catch (ExecutionException e) {
      StatusManager.getManager().handle(Status.info(e.getMessage()), StatusManager.SHOW);
    } catch (NotEnabledException | NotHandledException e) {
      StatusManager.getManager().handle(Status.info("This cannot be done now."), StatusManager.SHOW);
    } catch (CommandException e) {
      StatusManager.getManager().handle(Status.error("There is no such command.", e), StatusManager.LOG);
    }
  }

  @Override
  public void setFocus() {
    steps.setFocus();
  }
}

package org.sockmodel.dsl.ui.launch.tabs;

import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.TraverseEvent;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.statushandlers.StatusManager;
import org.sockmodel.dsl.ui.accessibility.ScreenReader;
import org.sockmodel.dsl.ui.launch.SimulationSettings;

/** Values in place of those that the model says: one {@code NAME=VALUE} a line. */
final class ParametersTab extends AbstractLaunchConfigurationTab {

  private static final int COLUMNS = 2;

  private Text overrides;
  private Button choose;
  private List<String> parameters = List.of();

  @Override
  public void createControl(Composite parent) {
    Composite space = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(COLUMNS).applyTo(space);
    Label label = new Label(space, SWT.WRAP);
    label.setText("&Values in place of those that the model says, one a line, such as rate=10kpps or "
        + "eth0.moderation.rx_usecs=50us:");
    GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).hint(1, SWT.DEFAULT).applyTo(label);
    overrides = new Text(space, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    ScreenReader.label(label, overrides);
    overrides.setFont(JFaceResources.getTextFont());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(overrides);
    overrides.addTraverseListener(ParametersTab::leaveByTab);
    overrides.addModifyListener(event -> updateLaunchConfigurationDialog());
    choose = new Button(space, SWT.PUSH);
    choose.setText("&Add...");
    choose.setEnabled(false);
    GridDataFactory.swtDefaults().align(SWT.FILL, SWT.TOP).applyTo(choose);
    choose.addListener(SWT.Selection, event -> add());
    setControl(space);
  }

  /** A value has no use for a tab; the keyboard would not come out of the text. */
  private static void leaveByTab(TraverseEvent event) {
    event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
  }

  private void add() {
    ElementListSelectionDialog dialog = new ElementListSelectionDialog(getShell(), new LabelProvider());
    dialog.setTitle("Parameter");
    dialog.setMessage("Which one gets another value?");
    dialog.setElements(parameters.toArray());
    if (dialog.open() == ElementListSelectionDialog.OK) {
      String before = overrides.getText();
      String gap = before.isEmpty() || before.endsWith(Text.DELIMITER) ? "" : Text.DELIMITER;
      overrides.append(gap + dialog.getFirstResult() + "=");
      overrides.setFocus();
    }
  }

  @Override
  public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
    // There are none.
  }

  @Override
  public void initializeFrom(ILaunchConfiguration configuration) {
    try {
      SimulationSettings settings = SimulationSettings.of(configuration);
      overrides.setText(String.join(Text.DELIMITER, settings.overrides()));
      if (settings.problem().isEmpty()) {
        Display display = choose.getDisplay();
        ModelContents.of(settings.file()).thenAccept(contents -> display.asyncExec(() -> {
          if (!choose.isDisposed()) {
            parameters = contents.parameters();
            choose.setEnabled(!parameters.isEmpty());
          }
        }));
      }
    } catch (CoreException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
    }
  }

  @Override
  public void performApply(ILaunchConfigurationWorkingCopy configuration) {
    List<String> lines = overrides.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    try {
      SimulationSettings.of(configuration).withOverrides(lines).into(configuration);
    } catch (CoreException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
    }
  }

  @Override
  public String getName() {
    return "Parameters";
  }
}

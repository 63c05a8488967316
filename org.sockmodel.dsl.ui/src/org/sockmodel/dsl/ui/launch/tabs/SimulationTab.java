package org.sockmodel.dsl.ui.launch.tabs;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.FilteredResourcesSelectionDialog;
import org.eclipse.ui.statushandlers.StatusManager;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.dsl.ui.accessibility.ScreenReader;
import org.sockmodel.dsl.ui.launch.SimulationSettings;
import org.sockmodel.dsl.ui.project.ModelFiles;

/** What is run, on which kernel, with which seed, and whether and how its trace is kept. */
final class SimulationTab extends AbstractLaunchConfigurationTab {

  private static final String ALL = "All workloads";
  private static final String AS_THE_MODEL_SAYS = "As the model says";
  private static final int COLUMNS = 3;
  private static final int INDENT = 20;

  private final Image image = ResourceLocator.imageDescriptorFromBundle("org.sockmodel.dsl.ui", "icons/simulation.svg")
      .map(ImageDescriptor::createImage).orElse(null);
  private Text model;
  private Combo workload;
  private Combo kernel;
  private Text seed;
  private Button trace;
  private Button functions;

  @Override
  public void createControl(Composite parent) {
    Composite space = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(COLUMNS).applyTo(space);
    model = text(space, "&Model:");
    model.addModifyListener(event -> readModel());
    Button browse = new Button(space, SWT.PUSH);
    browse.setText("&Browse...");
    browse.addListener(SWT.Selection, event -> browse());
    workload = combo(space, "&Workload:", List.of(ALL));
    List<String> kernels = new ArrayList<>(List.of(AS_THE_MODEL_SAYS));
    kernels.addAll(ShippedLibrary.kernels());
    kernel = combo(space, "&Kernel:", kernels);
    seed = text(space, "&Seed:");
    seed.setToolTipText("Root of all random numbers: the same model and seed give the same run.");
    GridDataFactory.fillDefaults().span(COLUMNS - 1, 1).applyTo(seed);
    trace = check(space, "Keep the &trace in the project and show it");
    functions = check(space, "with every &function of the kernel");
    GridDataFactory.createFrom((GridData) functions.getLayoutData()).indent(INDENT, 0).applyTo(functions);
    trace.addListener(SWT.Selection, event -> functions.setEnabled(trace.getSelection()));
    setControl(space);
  }

  private Button check(Composite parent, String label) {
    Button check = new Button(parent, SWT.CHECK);
    check.setText(label);
    check.addListener(SWT.Selection, event -> updateLaunchConfigurationDialog());
    GridDataFactory.fillDefaults().span(COLUMNS, 1).applyTo(check);
    return check;
  }

  private Text text(Composite parent, String label) {
    Label shown = new Label(parent, SWT.NONE);
    shown.setText(label);
    Text text = new Text(parent, SWT.BORDER);
    ScreenReader.label(shown, text);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
    text.addModifyListener(event -> updateLaunchConfigurationDialog());
    return text;
  }

  private Combo combo(Composite parent, String label, List<String> items) {
    Label shown = new Label(parent, SWT.NONE);
    shown.setText(label);
    Combo combo = new Combo(parent, SWT.READ_ONLY);
    ScreenReader.label(shown, combo);
    combo.setItems(items.toArray(String[]::new));
    combo.select(0);
    combo.addListener(SWT.Selection, event -> updateLaunchConfigurationDialog());
    GridDataFactory.fillDefaults().span(COLUMNS - 1, 1).applyTo(combo);
    return combo;
  }

  /** Offers the model's workloads as soon as it was read. */
  private void readModel() {
    IPath path = IPath.fromPortableString(model.getText());
    if (path.segmentCount() < 2) {
      return;
    }
    IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(path);
    Display display = model.getDisplay();
    ModelContents.of(file).thenAccept(contents -> display.asyncExec(() -> {
      if (!workload.isDisposed()) {
        offer(contents.workloads());
      }
    }));
  }

  private void offer(List<String> workloads) {
    String chosen = workload.getText();
    List<String> items = new ArrayList<>(List.of(ALL));
    items.addAll(workloads);
    if (!items.contains(chosen)) {
      items.add(chosen);
    }
    workload.setItems(items.toArray(String[]::new));
    workload.setText(chosen);
  }

  private void browse() {
    FilteredResourcesSelectionDialog dialog = new FilteredResourcesSelectionDialog(getShell(), false,
        ResourcesPlugin.getWorkspace().getRoot(), IResource.FILE);
    dialog.setTitle("Model");
    dialog.setInitialPattern("*." + ModelFiles.EXTENSION);
    if (dialog.open() == FilteredResourcesSelectionDialog.OK && dialog.getFirstResult() instanceof IFile file) {
      model.setText(file.getFullPath().makeRelative().toPortableString());
    }
  }

  @Override
  public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
    SimulationSettings.of("", "").into(configuration);
  }

  @Override
  public void initializeFrom(ILaunchConfiguration configuration) {
    try {
      SimulationSettings settings = SimulationSettings.of(configuration);
      offer(settings.workload().isEmpty() ? List.of() : List.of(settings.workload()));
      workload.setText(settings.workload().isEmpty() ? ALL : settings.workload());
      model.setText(settings.model());
      kernel.setText(settings.kernel().isEmpty() ? AS_THE_MODEL_SAYS : settings.kernel());
      seed.setText(settings.seed());
      trace.setSelection(settings.trace());
      functions.setSelection(settings.functions());
      functions.setEnabled(settings.trace());
    } catch (CoreException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
    }
  }

  @Override
  public void performApply(ILaunchConfigurationWorkingCopy configuration) {
    try {
      settings(SimulationSettings.of(configuration).overrides()).into(configuration);
    } catch (CoreException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
    }
  }

  @Override
  public boolean isValid(ILaunchConfiguration configuration) {
    try {
      String problem = SimulationSettings.of(configuration).problem();
      setErrorMessage(problem.isEmpty() ? null : problem);
      return problem.isEmpty();
    } catch (CoreException e) {
      setErrorMessage(e.getMessage());
      return false;
    }
  }

  private SimulationSettings settings(List<String> overrides) {
    return new SimulationSettings(model.getText().strip(),
        workload.getText().equals(ALL) ? "" : workload.getText(),
        kernel.getText().equals(AS_THE_MODEL_SAYS) ? "" : kernel.getText(),
        seed.getText(), overrides, trace.getSelection(), functions.getSelection());
  }

  @Override
  public String getName() {
    return "Simulation";
  }

  @Override
  public Image getImage() {
    return image;
  }

  @Override
  public void dispose() {
    if (image != null) {
      image.dispose();
    }
    super.dispose();
  }
}

package org.sockmodel.dsl.ui.wizard;

import java.net.URI;
import java.util.Map;
import org.eclipse.core.resources.IProject;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.sockmodel.dsl.ui.project.ModelProjects;

/** Makes a project with a model to begin with. */
public final class NewProjectWizard extends ModelWizard {

  private WizardNewProjectCreationPage projectPage;
  private BeginningsPage modelPage;

  public NewProjectWizard() {
    super("New SockModel Project");
  }

  @Override
  public void addPages() {
    projectPage = new WizardNewProjectCreationPage("project");
    projectPage.setTitle("SockModel Project");
    projectPage.setDescription("Its models are checked, and their Java is generated, whenever they are saved.");
    modelPage = new BeginningsPage("Model", "Choose the model that the project begins with.", Beginning.all(), false);
    addPage(projectPage);
    addPage(modelPage);
  }

  @Override
  public boolean performFinish() {
    IProject project = projectPage.getProjectHandle();
    URI location = projectPage.useDefaults() ? null : projectPage.getLocationURI();
    Beginning model = modelPage.chosen().get(0);
    return make(monitor -> {
      ModelProjects.create(project, location, monitor);
      ModelProjects.fill(project, Map.of(model.file(), model.text()), monitor);
    }, project.getFile(model.file()));
  }
}

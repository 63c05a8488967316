package org.sockmodel.dsl.ui.wizard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.sockmodel.dsl.ui.project.ModelProjects;

/** Copies shipped examples into a project of their own. Files that are there already stay as they are. */
public final class ExamplesWizard extends ModelWizard {

  private static final String PROJECT = "sockmodel-examples";

  private BeginningsPage page;

  public ExamplesWizard() {
    super("SockModel Examples");
  }

  @Override
  public void addPages() {
    page = new BeginningsPage("SockModel Examples", "Choose what goes into the project " + PROJECT + ".",
        Beginning.examples(), true);
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
    List<Beginning> chosen = page.chosen();
    Map<String, String> texts = new LinkedHashMap<>();
    chosen.forEach(example -> texts.put(example.file(), example.text()));
    return make(monitor -> {
      if (!project.exists()) {
        ModelProjects.create(project, null, monitor);
      }
      project.open(monitor);
      ModelProjects.fill(project, texts, monitor);
    }, project.getFile(chosen.get(0).file()));
  }
}

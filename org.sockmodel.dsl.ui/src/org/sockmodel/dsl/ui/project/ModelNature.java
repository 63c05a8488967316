package org.sockmodel.dsl.ui.project;

import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** Marks a project whose models are built: checked when they are saved, and turned into Java. */
public final class ModelNature implements IProjectNature {

  /** What a project's description says. */
  public static final String ID = "org.sockmodel.dsl.ui.nature";

  private static final String BUILDER = "org.sockmodel.dsl.ui.builder";

  private IProject project;

  /** Whether an open project has this nature. */
  public static boolean isOf(IProject project) throws CoreException {
    return project.isAccessible() && project.hasNature(ID);
  }

  /** Builds all models of a project that has the nature, if the workspace is to be built without being asked. */
  public static void build(IProject project, IProgressMonitor monitor) throws CoreException {
    if (project.getWorkspace().isAutoBuilding()) {
      project.build(IncrementalProjectBuilder.FULL_BUILD, BUILDER, null, monitor);
    }
  }

  @Override
  public void configure() throws CoreException {
    IProjectDescription description = project.getDescription();
    ICommand command = description.newCommand();
    command.setBuilderName(BUILDER);
    description.setBuildSpec(Stream.concat(withoutBuilder(description), Stream.of(command)).toArray(ICommand[]::new));
    project.setDescription(description, null);
  }

  @Override
  public void deconfigure() throws CoreException {
    IProjectDescription description = project.getDescription();
    description.setBuildSpec(withoutBuilder(description).toArray(ICommand[]::new));
    project.setDescription(description, null);
  }

  private static Stream<ICommand> withoutBuilder(IProjectDescription description) {
    return Arrays.stream(description.getBuildSpec()).filter(command -> !command.getBuilderName().equals(BUILDER));
  }

  @Override
  public IProject getProject() {
    return project;
  }

  @Override
  public void setProject(IProject project) {
    this.project = project;
  }
}

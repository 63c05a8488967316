package org.sockmodel.dsl.ui.markers;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.sockmodel.dsl.ui.project.ModelFiles;
import org.sockmodel.dsl.ui.project.ModelNature;

/**
 * Validates the models of the projects it was given, or has their builder do so.
 *
 * <p>A project is validated as a whole, because its models can refer to each other; changes that come while it runs
 * wait for its next run. It holds no lock on the workspace but while it writes markers.
 */
public final class ValidationJob extends Job {

  /** The family of this job, to join it. */
  public static final Object FAMILY = ValidationJob.class;

  private static final long COALESCE_MS = 100;

  private final Set<IProject> waiting = new LinkedHashSet<>();

  ValidationJob() {
    super("Checking SockModel models");
    setPriority(Job.BUILD);
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == FAMILY;
  }

  void validate(Collection<IProject> projects) {
    synchronized (waiting) {
      waiting.addAll(projects);
    }
    schedule(COALESCE_MS);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Set<IProject> projects = takeWaiting();
    try {
      for (IProject project : projects) {
        if (ModelNature.isOf(project)) {
          ModelNature.build(project, monitor);
        } else {
          new ProjectCheck(project).check(ModelFiles.below(project), List.of(), ProjectCheck.IGNORED, monitor);
        }
      }
      return Status.OK_STATUS;
    } catch (OperationCanceledException cancelled) {
      return Status.CANCEL_STATUS;
    } catch (CoreException problem) {
      return problem.getStatus();
    }
  }

  private Set<IProject> takeWaiting() {
    synchronized (waiting) {
      Set<IProject> taken = new LinkedHashSet<>(waiting);
      waiting.clear();
      return taken;
    }
  }
}

package org.sockmodel.dsl.ui.trace.origin;

import com.google.inject.Injector;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.sockmodel.dsl.ui.language.SockModelLanguage;
import org.sockmodel.dsl.ui.project.ModelFiles;

/**
 * Which threads the models of a project have, for menus, which cannot wait: looked for in the background when a trace
 * of the project is opened, and again after a model has changed.
 */
public final class ModelThreads {

  private static final ModelThreads INSTANCE = new ModelThreads();

  private final Map<IProject, Set<String>> known = new ConcurrentHashMap<>();
  private final Set<IProject> looking = ConcurrentHashMap.newKeySet();
  private final AtomicLong changes = new AtomicLong();

  private ModelThreads() {
    ResourcesPlugin.getWorkspace().addResourceChangeListener(this::changed, IResourceChangeEvent.POST_CHANGE);
  }

  /** Those of this workspace. */
  public static ModelThreads get() {
    return INSTANCE;
  }

  /** Their names as a kernel keeps them; empty while they are not known, which they are soon. */
  public Optional<Set<String>> of(IProject project) {
    Set<String> threads = known.get(project);
    if (threads == null && looking.add(project)) {
      Job look = Job.create("Find the threads of " + project.getName(), monitor -> {
        look(project);
        return Status.OK_STATUS;
      });
      look.setSystem(true);
      look.schedule();
    }
    return Optional.ofNullable(threads);
  }

  private void look(IProject project) {
    long asOf = changes.get();
    try {
      Injector language = SockModelLanguage.injector().join();
      XtextResourceSet set = language.getProvider(XtextResourceSet.class).get();
      Set<String> threads = new TreeSet<>();
      for (IFile model : ModelFiles.below(project)) {
        ModelOrigins.threads(set, model).forEach(thread -> threads.add(ModelOrigins.comm(thread)));
      }
      if (asOf == changes.get()) {
        known.put(project, threads);
      }
    } catch (CoreException unreadable) {
      ILog.of(ModelThreads.class).log(unreadable.getStatus());
    } finally {
      looking.remove(project);
    }
  }

  private void changed(IResourceChangeEvent event) {
    try {
      event.getDelta().accept(delta -> {
        boolean model = delta.getResource() instanceof IFile file && ModelFiles.isModel(file);
        boolean text = delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.CONTENT) != 0;
        if (model && text) {
          changes.incrementAndGet();
          known.remove(delta.getResource().getProject());
        }
        return true;
      });
    } catch (CoreException problem) {
      ILog.of(ModelThreads.class).log(problem.getStatus());
    }
  }
}

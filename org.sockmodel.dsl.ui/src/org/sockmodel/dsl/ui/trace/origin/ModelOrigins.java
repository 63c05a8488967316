package org.sockmodel.dsl.ui.trace.origin;

import com.google.inject.Injector;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.sockModel.Receive;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.ui.project.ModelFiles;
import org.sockmodel.runtime.history.MessageCall;

/**
 * Where in the models of a project a message was got: a trace names the thread, its system call and how much was asked
 * for, and so does a model. What fits is an origin; a thread that says the same twice has two.
 */
final class ModelOrigins {

  /** {@code TASK_COMM_LEN}: a kernel keeps as many bytes of a task's name. */
  private static final int NAME_LIMIT = 15;

  private final XtextResourceSet set;
  private final String thread;
  private final Optional<MessageCall> call;

  /**
   * Looks for the calls of a thread.
   *
   * @param thread as a trace calls it
   * @param call empty if the trace does not tell
   */
  ModelOrigins(Injector language, String thread, Optional<MessageCall> call) {
    this.set = language.getProvider(XtextResourceSet.class).get();
    this.thread = thread;
    this.call = call;
  }

  /**
   * All that may be it, in the order of the model. Of several models that have the thread, the one wins that the
   * trace's place names. Parses the models of the project: not for the user interface's thread.
   *
   * @param trace a file of the trace
   */
  List<ModelOrigin> find(IFile trace) throws CoreException {
    List<IFile> models = ModelFiles.below(trace.getProject()).stream()
        .sorted(Comparator.comparing((IFile model) -> !names(trace, model))).toList();
    for (IFile model : models) {
      List<ModelOrigin> found = in(model);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static boolean names(IFile trace, IFile model) {
    String name = model.getFullPath().removeFileExtension().lastSegment();
    return trace.getFullPath().toString().contains(name);
  }

  private List<ModelOrigin> in(IFile model) {
    List<ThreadScript> threads = threads(set, model).stream().filter(script -> comm(script).equals(thread)).toList();
    List<Receive> receives = threads.stream()
        .flatMap(script -> EcoreUtil2.getAllContentsOfType(script, Receive.class).stream()).toList();
    Stream<? extends EObject> origins = receives.isEmpty() ? threads.stream() : fitting(receives).stream();
    return origins.map(element -> origin(model, element)).toList();
  }

  /** The threads of a model, which is parsed if it is not yet in a set. */
  static List<ThreadScript> threads(XtextResourceSet set, IFile model) {
    Resource resource = set.getResource(URI.createPlatformResourceURI(model.getFullPath().toString(), true), true);
    return resource.getContents().stream()
        .flatMap(root -> EcoreUtil2.getAllContentsOfType(root, ThreadScript.class).stream())
        .filter(script -> script.getName() != null).toList();
  }

  /** A call that nothing fits was written otherwise when the trace was made: then any of the thread may be it. */
  private List<Receive> fitting(List<Receive> receives) {
    List<Receive> called = narrowed(receives, receive -> syscall(receive).equals(call.get().name()));
    return narrowed(called, receive -> {
      OptionalLong size = Expressions.whole(receive.getSize(), Dimension.SIZE);
      return call.get().bytes().equals(size);
    });
  }

  private List<Receive> narrowed(List<Receive> receives, Predicate<Receive> fits) {
    List<Receive> fitting = call.isEmpty() ? List.of() : receives.stream().filter(fits).toList();
    return fitting.isEmpty() ? receives : fitting;
  }

  private static String syscall(Receive receive) {
    return receive.getCall().equals("recv") ? "recvfrom" : receive.getCall();
  }

  private static ModelOrigin origin(IFile model, EObject element) {
    ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
    String text = NodeModelUtils.getTokenText(node);
    return new ModelOrigin(model, node.getStartLine(),
        element instanceof ThreadScript script ? "thread " + script.getName() : text);
  }

  /** What a kernel keeps of a thread's name. */
  static String comm(ThreadScript script) {
    String name = script.getName();
    return name.length() > NAME_LIMIT ? name.substring(0, NAME_LIMIT) : name;
  }
}

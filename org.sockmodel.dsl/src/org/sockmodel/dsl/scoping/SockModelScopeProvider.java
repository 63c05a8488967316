package org.sockmodel.dsl.scoping;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.Scopes;
import org.eclipse.xtext.scoping.impl.MapBasedScope;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.naming.Descriptors;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.SockModelPackage;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Workload;

/**
 * Scopes: a descriptor is looked for in its thread and then in the workload, a thread in the workload or, outside of
 * one, in all of them, everything else in the file and then in the files it imports. The scopes of a file are kept
 * until it changes.
 */
public final class SockModelScopeProvider extends AbstractSockModelScopeProvider {

  @Inject
  private IResourceScopeCache cache;

  @Override
  public IScope getScope(EObject context, EReference reference) {
    EClass wanted = reference.getEReferenceType();
    if (SockModelPackage.Literals.FILE_DESCRIPTOR.isSuperTypeOf(wanted)) {
      return within(context, ThreadScript.class, wanted, this::descriptors);
    }
    if (SockModelPackage.Literals.THREAD_SCRIPT.isSuperTypeOf(wanted)) {
      return EcoreUtil2.getContainerOfType(context, Workload.class) == null
          ? within(context, Model.class, wanted, this::threads)
          : within(context, Workload.class, wanted, workload -> scope(workload.getThreads(), IScope.NULLSCOPE));
    }
    return within(context, Model.class, wanted, model -> elements(model, wanted));
  }

  private <T extends EObject> IScope within(EObject context, Class<T> place, EClass wanted, Maker<T> maker) {
    T container = EcoreUtil2.getContainerOfType(context, place);
    if (container == null) {
      return IScope.NULLSCOPE;
    }
    return cache.get(List.of(container, wanted), container.eResource(), () -> maker.make(container));
  }

  private IScope descriptors(ThreadScript thread) {
    IScope shared = within(thread, Workload.class, SockModelPackage.Literals.FILE_DESCRIPTOR, this::shared);
    return scope(Descriptors.of(thread).values(), shared);
  }

  /** The descriptors of all threads, without those that a name alone does not tell. */
  private IScope shared(Workload workload) {
    return scope(Descriptors.of(workload).values().stream().filter(found -> found.size() == 1)
        .map(found -> found.get(0)).toList(), IScope.NULLSCOPE);
  }

  /** The threads of all workloads. */
  private IScope threads(Model model) {
    return scope(threadsOf(model).toList(), Scopes.scopeFor(ImportedModels.of(model).stream()
        .flatMap(SockModelScopeProvider::threadsOf).toList()));
  }

  private static Stream<ThreadScript> threadsOf(Model model) {
    return EcoreUtil2.typeSelect(model.getElements(), Workload.class).stream()
        .flatMap(workload -> workload.getThreads().stream());
  }

  /** Names of imported elements are asked for at each look-up: their file may change without a change of this one. */
  private IScope elements(Model model, EClass wanted) {
    List<EObject> imported = new ArrayList<>();
    ImportedModels.of(model).forEach(other -> imported.addAll(elementsOf(other, wanted)));
    return scope(elementsOf(model, wanted), Scopes.scopeFor(imported));
  }

  /** Finds names by hashing: there may be many thousands. */
  private static IScope scope(Iterable<? extends EObject> elements, IScope outer) {
    return MapBasedScope.createScope(outer, Scopes.scopedElementsFor(elements));
  }

  private static List<EObject> elementsOf(Model model, EClass wanted) {
    return model.getElements().stream().filter(wanted::isInstance).map(EObject.class::cast).toList();
  }

  /** Makes the scope of a place. */
  @FunctionalInterface
  private interface Maker<T> {

    IScope make(T container);
  }
}

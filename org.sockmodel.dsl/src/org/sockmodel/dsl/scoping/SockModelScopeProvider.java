package org.sockmodel.dsl.scoping;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.Scopes;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.naming.Descriptors;
import org.sockmodel.dsl.sockModel.FileDescriptor;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.SockModelPackage;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Workload;

/**
 * Scopes: a descriptor is looked for in its thread and then in the workload, a thread in the workload, everything else
 * in the file and then in the files it imports. The scopes of a file are kept until it changes.
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
      return within(context, Workload.class, wanted, workload -> Scopes.scopeFor(workload.getThreads()));
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
    List<FileDescriptor> unambiguous = new ArrayList<>();
    for (Map.Entry<String, List<FileDescriptor>> name : Descriptors.visibleIn(thread).entrySet()) {
      if (name.getValue().size() == 1) {
        unambiguous.add(name.getValue().get(0));
      }
    }
    return Scopes.scopeFor(unambiguous);
  }

  private IScope elements(Model model, EClass wanted) {
    List<EObject> imported = new ArrayList<>();
    ImportedModels.of(model).forEach(other -> imported.addAll(elementsOf(other, wanted)));
    return Scopes.scopeFor(elementsOf(model, wanted), Scopes.scopeFor(imported));
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

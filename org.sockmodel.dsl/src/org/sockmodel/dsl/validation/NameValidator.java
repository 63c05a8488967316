package org.sockmodel.dsl.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.sockModel.Costs;
import org.sockmodel.dsl.sockModel.Expect;
import org.sockmodel.dsl.sockModel.Family;
import org.sockmodel.dsl.sockModel.FileDescriptor;
import org.sockmodel.dsl.sockModel.Let;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Netns;
import org.sockmodel.dsl.sockModel.Network;
import org.sockmodel.dsl.sockModel.Nic;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Traffic;
import org.sockmodel.dsl.sockModel.Veth;
import org.sockmodel.dsl.sockModel.Workload;

/** Names: which characters they have, and that no two things of a kind share one. */
final class NameValidator extends ConceptValidator {

  @Check
  public void checkModelHasName(Model model) {
    boolean expects = model.getElements().stream().anyMatch(Expect.class::isInstance);
    if (model.getName() == null && expects) {
      error("a model that expects something of its run needs a name; write 'model NAME' before its elements",
          model.getElements().get(0), null, IssueCodes.MISSING);
    }
  }

  @Check
  public void checkElements(Model model) {
    characters(model);
    for (Class<? extends EObject> kind : List.of(Let.class, Network.class, Costs.class, Family.class,
        Workload.class)) {
      unique(EcoreUtil2.typeSelect(model.getElements(), kind));
    }
    devices(model);
  }

  /** A device's name is unique in the whole model, although the kernel wants that of a namespace only. */
  private void devices(Model model) {
    Set<String> devices = new HashSet<>(Set.of("lo"));
    for (Nic nic : EcoreUtil2.typeSelect(model.getElements(), Nic.class)) {
      unique(nic, devices);
    }
    for (Veth veth : EcoreUtil2.typeSelect(model.getElements(), Veth.class)) {
      unique(veth, devices);
      unique(veth.getPeer(), devices);
    }
  }

  @Check
  public void checkWorkload(Workload workload) {
    unique(workload.getThreads());
    Set<String> traffics = new HashSet<>();
    for (Traffic traffic : workload.getTraffics()) {
      if (traffic.getName() != null) {
        unique(traffic, traffics);
      }
    }
  }

  @Check
  public void checkDescriptors(ThreadScript thread) {
    EcoreUtil2.getAllContentsOfType(thread, FileDescriptor.class).forEach(this::characters);
  }

  private void unique(List<? extends EObject> named) {
    Set<String> names = new HashSet<>();
    named.forEach(object -> unique(object, names));
  }

  private void unique(EObject object, Set<String> names) {
    characters(object);
    String name = name(object);
    if (name != null && !names.add(name)) {
      error("there is already " + article(object) + " '" + name + "'; choose another name", object, feature(object),
          IssueCodes.DUPLICATE_NAME);
    }
  }

  private void characters(EObject object) {
    String name = name(object);
    if (name == null) {
      return;
    }
    name.codePoints().filter(c -> !Character.isLetterOrDigit(c) && c != '_').findFirst().ifPresent(
        c -> error("the character U+%04X may not stand in a name; use letters, digits and _".formatted(c), object,
            feature(object), IssueCodes.BAD_NAME));
  }

  private static String article(EObject object) {
    if (object instanceof Costs) {
      return "a cost table";
    }
    if (object instanceof ThreadScript) {
      return "a thread";
    }
    if (object instanceof Netns) {
      return "a machine or network namespace";
    }
    if (object instanceof Nic || object instanceof Veth || object.eContainer() instanceof Veth) {
      return "a device";
    }
    return "a " + object.eClass().getName().toLowerCase(Locale.ROOT);
  }

  private static String name(EObject object) {
    return (String) object.eGet(feature(object));
  }

  private static EStructuralFeature feature(EObject object) {
    return object.eClass().getEStructuralFeature(Literals.MODEL__NAME.getName());
  }
}

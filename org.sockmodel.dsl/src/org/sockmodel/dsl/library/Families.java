package org.sockmodel.dsl.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.sockModel.Family;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.uapi.AddressFamily;

/**
 * The address families of a model: those of the kernel that a machine runs, and those that the model declares or
 * imports, each in place of the kernel's with its number.
 */
public final class Families {

  private Families() {
  }

  /** What the model says of the families of {@code machine}, in its order; if nothing, what the library says. */
  public static List<Family> of(Machine machine) {
    Model model = EcoreUtil2.getContainerOfType(machine, Model.class);
    List<Family> stated = stated(model);
    return stated.isEmpty() ? ofKernel(profile(machine), model) : stated;
  }

  /** The family that {@code machine} knows by a name: one of the model's own before one of the kernel's. */
  public static Optional<Family> named(String name, Machine machine) {
    Model model = EcoreUtil2.getContainerOfType(machine, Model.class);
    return Stream.concat(stated(model).stream(), ofKernel(profile(machine), model).stream())
        .filter(family -> name.equals(family.getName()))
        .findFirst();
  }

  /** The kernel profile that {@code machine} runs. */
  public static String profile(Machine machine) {
    return machine.getKernels().stream()
        .map(ShippedLibrary::profile)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(MachineDeclaration.DEFAULT_KERNEL);
  }

  /** Every family name that {@code model} can use, with its number; its own declarations win over Linux's. */
  public static Map<String, Integer> numbers(Model model) {
    Map<String, Integer> numbers = new LinkedHashMap<>(AddressFamily.numbers());
    for (Family family : stated(model)) {
      if (family.getName() != null) {
        Expressions.whole(family.getNumber(), Dimension.NUMBER).ifPresent(
            number -> numbers.put(family.getName(), (int) number));
      }
    }
    return numbers;
  }

  private static List<Family> stated(Model model) {
    return ImportedModels.elements(model, Family.class);
  }

  private static List<Family> ofKernel(String profile, Model model) {
    return ShippedLibrary.families(profile)
        .flatMap(uri -> ImportedModels.load(uri, model.eResource().getResourceSet()))
        .map(Families::stated)
        .orElse(List.of());
  }
}

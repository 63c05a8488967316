package org.sockmodel.runtime.kernel.families.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sockmodel.runtime.model.FamilyDeclaration;
import org.sockmodel.runtime.model.MachineDeclaration;

/**
 * What one kernel can create: its families in the order of their registration, and the options that decide. Immutable.
 * The shipped ones are the {@code .families} files beside this class.
 */
public final class KernelProfile {

  private final String name;
  private final KernelVersion version;
  private final Set<String> inlined;
  private final Map<String, KernelOption> options;
  private final List<DeclaredFamily> families;

  KernelProfile(String name, KernelVersion version, Set<String> inlined, Map<String, KernelOption> options,
      List<DeclaredFamily> families) {
    this.name = name;
    this.version = version;
    this.inlined = Set.copyOf(inlined);
    this.options = Collections.unmodifiableMap(new TreeMap<>(options));
    this.families = List.copyOf(families);
  }

  /**
   * A shipped profile.
   *
   * @param kernel one of {@link MachineDeclaration#KERNELS}
   * @throws IllegalArgumentException if there is none
   */
  public static KernelProfile of(String kernel) {
    if (!MachineDeclaration.KERNELS.contains(kernel)) {
      throw new IllegalArgumentException("no kernel " + kernel + "; there are "
          + String.join(", ", MachineDeclaration.KERNELS));
    }
    String file = kernel + ".families";
    try (InputStream in = KernelProfile.class.getResourceAsStream(file)) {
      return read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A profile from its text.
   *
   * @param file how the text is named in locations and messages
   * @throws IllegalArgumentException if the text is wrong; the message begins with file and line
   */
  public static KernelProfile read(String file, String text) {
    return new ProfileReader(file, text).read();
  }

  /** This kernel with what a model's machine declares: its sysctls, and each family as {@link #withFamily} does. */
  public KernelProfile with(MachineDeclaration machine, String modelFile) {
    KernelProfile result = this;
    for (Map.Entry<String, Long> sysctl : machine.sysctls().entrySet()) {
      result = result.withOption(sysctl.getKey(), sysctl.getValue());
    }
    for (FamilyDeclaration family : machine.families()) {
      result = result.withFamily(family, modelFile);
    }
    return result;
  }

  /** This kernel with another value of an option. */
  public KernelProfile withOption(String option, long value) {
    Map<String, KernelOption> changed = new TreeMap<>(options);
    changed.put(option, new KernelOption(option, value, ""));
    return new KernelProfile(name, version, inlined, changed, families);
  }

  /** This kernel with a family added, or put in the place of the one with the same number. */
  public KernelProfile withFamily(FamilyDeclaration family, String file) {
    List<DeclaredFamily> changed = new ArrayList<>(families);
    changed.removeIf(other -> other.family().number() == family.number());
    changed.add(new DeclaredFamily(family, file));
    return new KernelProfile(name, version, inlined, options, changed);
  }

  public String name() {
    return name;
  }

  public KernelVersion version() {
    return version;
  }

  /** C functions that the compiler put into their callers, so that no function tracer sees them. */
  public Set<String> inlined() {
    return inlined;
  }

  /** Families in the order in which the kernel registers them. */
  public List<DeclaredFamily> families() {
    return families;
  }

  /** What this kernel calls the family of a number; a number that it does not know has Linux's name, if any. */
  public String familyName(int number) {
    return families.stream()
        .map(DeclaredFamily::family)
        .filter(family -> family.number() == number)
        .map(FamilyDeclaration::name)
        .findFirst().orElseGet(() -> SocketNames.family(number));
  }

  /**
   * An option that has to be there.
   *
   * @throws IllegalArgumentException if the profile has none of this name
   */
  public KernelOption option(String option) {
    KernelOption found = options.get(option);
    if (found == null) {
      throw new IllegalArgumentException("kernel " + name + " has no option " + option);
    }
    return found;
  }

  /** The value of {@link #option}. */
  public long value(String option) {
    return option(option).value();
  }

  /** Whether an option is not 0. */
  public boolean enabled(String option) {
    return value(option) != 0;
  }
}

package org.sockmodel.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/**
 * Takes each package for a slice of its own. What EMF and Xtext generate is one slice, because its packages refer to
 * each other in circles and nobody can mend that.
 */
final class PackageSlices implements SliceAssignment {

  private static final List<String> GENERATED = List.of(
      "org.sockmodel.dsl.sockModel", "org.sockmodel.dsl.parser", "org.sockmodel.dsl.services",
      "org.sockmodel.dsl.serializer", "org.sockmodel.dsl.ide.contentassist");

  private final String root;

  PackageSlices(String root) {
    this.root = root;
  }

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    String name = type.getPackageName();
    if (!isBelow(name, root)) {
      return SliceIdentifier.ignore();
    }
    boolean generated = GENERATED.stream().anyMatch(parent -> isBelow(name, parent));
    return SliceIdentifier.of(generated ? "generated" : name);
  }

  @Override
  public String getDescription() {
    return "packages of " + root;
  }

  private static boolean isBelow(String name, String parent) {
    return name.equals(parent) || name.startsWith(parent + ".");
  }
}

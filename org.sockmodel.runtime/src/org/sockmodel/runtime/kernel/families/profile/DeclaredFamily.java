package org.sockmodel.runtime.kernel.families.profile;

import org.sockmodel.runtime.model.FamilyDeclaration;

/**
 * A family as declared, and where.
 *
 * @param file the file that {@code family.line()} and its protosws' lines count in
 */
public record DeclaredFamily(FamilyDeclaration family, String file) implements Declared {

  @Override
  public String declaration() {
    return "family " + family.name() + " = " + family.number() + switch (family.state()) {
      case BUILTIN -> "";
      case MODULE -> " module " + family.module();
      case ABSENT -> " absent";
    };
  }

  @Override
  public String location() {
    return at(family.line());
  }

  /** Place of a line of this declaration's file. */
  public String at(int line) {
    return file.isEmpty() ? "" : file + ":" + line;
  }
}

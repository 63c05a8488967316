package org.sockmodel.tests.kernel.families;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.kernel.families.CreationCheck;
import org.sockmodel.runtime.kernel.families.CreationTrace;
import org.sockmodel.runtime.kernel.families.ModuleLoader;
import org.sockmodel.runtime.kernel.families.profile.Declared;

/** Keeps the aliases of the modules that creations asked for, with a "no" before those that were not found. */
final class AliasLog implements CreationTrace {

  private final List<String> aliases = new ArrayList<>();

  List<String> aliases() {
    return aliases;
  }

  @Override
  public void entered(String function, String parent, boolean inlined) { }

  @Override
  public void left(String function, int result) { }

  @Override
  public void decided(CreationCheck check, String function, long subject, int result, Declared by) {
    if (check == CreationCheck.REQUEST_MODULE) {
      aliases.add((result == 0 ? "" : "no ") + ModuleLoader.alias(subject));
    }
  }
}

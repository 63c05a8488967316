package org.sockmodel.runtime.kernel.families.query;

import org.sockmodel.runtime.kernel.families.Capability;
import org.sockmodel.runtime.kernel.families.CreationCheck;
import org.sockmodel.runtime.kernel.families.CreationTrace;
import org.sockmodel.runtime.kernel.families.ModuleLoader;
import org.sockmodel.runtime.kernel.families.profile.Declared;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;

/** Writes a creation down: functions indented by their depth, under each its checks. */
final class ExplainTrace implements CreationTrace {

  private final KernelProfile kernel;
  private final StringBuilder lines = new StringBuilder();
  private int depth;
  private long family;
  private String decision = "";
  private int decisive;

  ExplainTrace(KernelProfile kernel) {
    this.kernel = kernel;
  }

  @Override
  public void entered(String function, String parent, boolean inlined) {
    indent().append(function).append(inlined ? " (inlined)\n" : "\n");
    depth++;
  }

  @Override
  public void left(String function, int result) {
    depth--;
  }

  @Override
  public void decided(CreationCheck check, String function, long subject, int result, Declared by) {
    if (check == CreationCheck.FAMILY_RANGE) {
      family = subject;
    }
    String text = check.condition() + subject(check, subject) + ": "
        + (result == 0 ? "yes" : check.passing() ? "no" : "no, " + SocketNames.errno(-result)) + place(by);
    indent().append("- ").append(text).append('\n');
    if (result != 0 && !check.passing()) {
      decisive = result;
      decision = function + ": " + text;
    }
  }

  /** The whole text; the last failed check decided if the call failed with its errno. */
  String text(int result) {
    String decidedBy = result != 0 && result == decisive ? "decided by " + decision + "\n" : "";
    return decidedBy + "\n" + lines;
  }

  private StringBuilder indent() {
    return lines.append("  ".repeat(depth));
  }

  private String subject(CreationCheck check, long subject) {
    return switch (check.subject()) {
      case NONE -> "";
      case NUMBER -> " (" + subject + ")";
      case FAMILY -> " (" + kernel.familyName((int) subject) + ")";
      case TYPE -> " (" + SocketNames.type((int) subject) + ")";
      case CAPABILITY -> " (" + Capability.values()[(int) subject] + ")";
      case MODULE -> " (" + ModuleLoader.alias(subject) + ")";
      case PROTOCOL -> " (" + SocketNames.protocol((int) family, (int) subject) + ")";
    };
  }

  private static String place(Declared by) {
    if (by == null) {
      return "";
    }
    return " [" + by.declaration() + (by.location().isEmpty() ? "" : ", " + by.location()) + "]";
  }
}

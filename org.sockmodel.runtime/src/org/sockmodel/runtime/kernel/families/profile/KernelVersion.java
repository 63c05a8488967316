package org.sockmodel.runtime.kernel.families.profile;

/** The first two numbers of a kernel's version. */
public record KernelVersion(int major, int minor) {

  /** Reads {@code major.minor}. */
  public static KernelVersion of(String text) {
    int dot = text.indexOf('.');
    return new KernelVersion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }

  /** Whether a change that came with that version is in this kernel. */
  public boolean since(int otherMajor, int otherMinor) {
    return major != otherMajor ? major > otherMajor : minor >= otherMinor;
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}

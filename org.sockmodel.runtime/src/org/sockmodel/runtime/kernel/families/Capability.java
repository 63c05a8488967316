package org.sockmodel.runtime.kernel.families;

/** The capabilities that creating a socket asks for ({@code include/uapi/linux/capability.h}). */
public enum Capability {
  CAP_NET_ADMIN,
  CAP_NET_RAW,
  CAP_SYS_ADMIN;

  /**
   * The capability of this name.
   *
   * @return null for the empty name: none is asked for
   * @throws IllegalArgumentException if creating a socket never asks for it
   */
  public static Capability named(String name) {
    return name.isEmpty() ? null : valueOf(name);
  }
}

package org.sockmodel.runtime.kernel.families;

import org.sockmodel.runtime.kernel.families.profile.Declared;
import org.sockmodel.runtime.kernel.families.profile.DeclaredFamily;

/**
 * A family of protocols and its create function: {@code struct net_proto_family} ({@code include/linux/net.h}).
 */
public abstract class NetProtoFamily implements Declared {

  private final DeclaredFamily declared;
  private final KernelModule owner;
  private final InetSw inetsw = new InetSw();

  protected NetProtoFamily(DeclaredFamily declared, KernelModule owner) {
    this.declared = declared;
    this.owner = owner;
  }

  /**
   * The family's create function: chooses the socket's operations and protocol and gives it a sock. The socket has its
   * type and protocol; what fails is undone before this returns.
   *
   * @return 0 or a negative errno
   */
  public abstract int create(Creation creation, Socket socket);

  /** Undoes a {@link #create} that was successful: what the family's {@code proto_ops.release} does. */
  public abstract void release(Creation creation, Socket socket);

  /** C symbol of the create function. */
  public final String createSymbol() {
    return declared.family().create();
  }

  public final int family() {
    return declared.family().number();
  }

  public final KernelModule owner() {
    return owner;
  }

  /** What the family hands out now. */
  public final InetSw inetsw() {
    return inetsw;
  }

  @Override
  public final String declaration() {
    return declared.declaration();
  }

  @Override
  public final String location() {
    return declared.location();
  }
}

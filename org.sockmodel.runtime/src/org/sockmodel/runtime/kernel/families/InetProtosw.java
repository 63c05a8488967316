package org.sockmodel.runtime.kernel.families;

import org.sockmodel.runtime.kernel.families.profile.Declared;
import org.sockmodel.runtime.kernel.families.profile.DeclaredFamily;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.model.Protosw;
import org.sockmodel.runtime.uapi.AddressFamily;

/**
 * What a family hands out for a type and a protocol: {@code struct inet_protosw} ({@code include/net/protocol.h}).
 * Families that keep no such table have their few pairs in the same form. Immutable.
 */
public final class InetProtosw implements Declared {

  private final Protosw declared;
  private final DeclaredFamily family;
  private final Proto prot;
  private final ProtoOps ops;
  private final KernelModule owner;
  private final Capability capability;
  private final boolean permanent;

  /**
   * @param owner the module that registers the entry and is held by its sockets
   */
  public InetProtosw(DeclaredFamily family, Protosw declared, Proto prot, ProtoOps ops, KernelModule owner) {
    this.family = family;
    this.declared = declared;
    this.prot = prot;
    this.ops = ops;
    this.owner = owner;
    capability = Capability.named(declared.capability());
    permanent = declared.flags().contains("PERMANENT");
  }

  public int type() {
    return declared.type();
  }

  /** 0 is the wild card of the internet families. */
  public int protocol() {
    return declared.protocol();
  }

  public Proto prot() {
    return prot;
  }

  public ProtoOps ops() {
    return ops;
  }

  public KernelModule owner() {
    return owner;
  }

  /** Null if anybody may have it. */
  public Capability capability() {
    return capability;
  }

  /** {@code INET_PROTOSW_PERMANENT}: never overridden, never unregistered. */
  public boolean permanent() {
    return permanent;
  }

  /** The declaration this entry comes from. */
  public Protosw declared() {
    return declared;
  }

  /** The protocol's name, a {@code *} for the internet families' wild card. */
  public String protocolName() {
    int number = family.family().number();
    boolean inet = number == AddressFamily.AF_INET || number == AddressFamily.AF_INET6;
    return SocketNames.protocol(number, protocol()) + (inet && protocol() == 0 ? " (wild)" : "");
  }

  @Override
  public String declaration() {
    return "protosw " + SocketNames.type(type()) + " " + SocketNames.protocol(family.family().number(), protocol());
  }

  @Override
  public String location() {
    return family.at(declared.line());
  }
}

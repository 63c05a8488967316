package org.sockmodel.runtime.kernel.families.create;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.sockmodel.runtime.kernel.families.InetProtosw;
import org.sockmodel.runtime.kernel.families.KernelModule;
import org.sockmodel.runtime.kernel.families.NetProtoFamily;
import org.sockmodel.runtime.kernel.families.ProtoOps;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.SocketSecurity;
import org.sockmodel.runtime.kernel.families.profile.DeclaredFamily;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.model.FamilyDeclaration;
import org.sockmodel.runtime.model.FamilyDeclaration.ModuleState;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.Protosw;

/**
 * The boot of a socket layer: registers what the profile declares as built in, and tells the module loader of the rest,
 * both in the order of the declarations.
 */
public final class Families {

  private final SocketLayer layer;
  private final CreateTable creates;
  private final ProtoTable protos;
  private final OpsTable operations;
  private final Set<Integer> numbers = new HashSet<>();

  private Families(SocketLayer layer) {
    this.layer = layer;
    creates = new CreateTable(layer.profile());
    protos = new ProtoTable(layer.profile());
    operations = new OpsTable(layer.profile().version());
  }

  /**
   * The socket layer of a kernel.
   *
   * @throws IllegalArgumentException if a declaration names a create function that does not exist, or contradicts
   *     another; the message begins with file and line
   */
  public static SocketLayer boot(KernelProfile profile, SocketSecurity security) {
    SocketLayer layer = new SocketLayer(profile, security);
    Families families = new Families(layer);
    for (DeclaredFamily declared : profile.families()) {
      families.declare(declared);
    }
    return layer;
  }

  /** The socket layer of a kernel whose security modules refuse nothing. */
  public static SocketLayer boot(KernelProfile profile) {
    return boot(profile, SocketSecurity.NONE);
  }

  /** The C symbols of all create functions, sorted. */
  public static Collection<String> createFunctions() {
    return new CreateTable(KernelProfile.of(MachineDeclaration.DEFAULT_KERNEL)).symbols();
  }

  private void declare(DeclaredFamily declared) {
    FamilyDeclaration family = declared.family();
    if (family.number() < 0 || family.number() >= layer.families().nproto()) {
      throw wrong(declared, family.line(), family.name() + " = " + family.number() + " is not in 0.."
          + (layer.families().nproto() - 1));
    }
    if (!numbers.add(family.number())) {
      throw wrong(declared, family.line(), "family " + family.number() + " is declared twice");
    }
    if (family.state() == ModuleState.ABSENT) {
      return;
    }
    Steps steps = creates.steps(family.create());
    if (steps == null) {
      throw wrong(declared, family.line(), "no create function " + family.create() + "; there are "
          + String.join(", ", creates.symbols()));
    }
    boolean builtin = family.state() == ModuleState.BUILTIN;
    KernelModule owner = builtin ? KernelModule.BUILTIN : layer.modules().module(family.module());
    NetProtoFamily created = new StepFamily(declared, owner, steps);
    if (builtin) {
      layer.families().register(created);
    } else {
      layer.modules().family(family.number(), owner, () -> layer.families().register(created));
    }
    for (Protosw protosw : family.protosws()) {
      declare(declared, created, protosw);
    }
  }

  /** An entry that comes with its family is registered with it, one of a module when that is loaded. */
  private void declare(DeclaredFamily declared, NetProtoFamily family, Protosw protosw) {
    boolean own = protosw.module().isEmpty();
    KernelModule owner = own ? family.owner() : layer.modules().module(protosw.module());
    ProtoOps ops = operations.ops(protosw.ops(), family.createSymbol());
    InetProtosw entry = new InetProtosw(declared, protosw, protos.proto(protosw.prot()), ops, owner);
    if (own || family.createSymbol().equals(CreateTable.VSOCK)) {
      register(declared, family, entry);
    } else {
      layer.modules().protocol(family.family(), protosw.protocol(), protosw.type(), owner,
          () -> register(declared, family, entry));
    }
  }

  private static void register(DeclaredFamily declared, NetProtoFamily family, InetProtosw entry) {
    if (entry.type() < 0 || entry.type() >= SocketLayer.SOCK_MAX) {
      throw wrong(declared, entry.declared().line(), entry.declaration() + " has a type beyond SOCK_MAX");
    }
    if (!CreateTable.INETSW.contains(family.createSymbol())) {
      family.inetsw().append(entry);
    } else if (family.inetsw().register(entry) != 0) {
      throw wrong(declared, entry.declared().line(), entry.declaration() + " would override a permanent entry");
    }
  }

  private static IllegalArgumentException wrong(DeclaredFamily declared, int line, String message) {
    String at = declared.at(line);
    return new IllegalArgumentException(at.isEmpty() ? message : at + ": " + message);
  }
}

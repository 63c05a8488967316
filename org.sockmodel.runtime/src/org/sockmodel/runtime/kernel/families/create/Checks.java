package org.sockmodel.runtime.kernel.families.create;

import static org.sockmodel.runtime.uapi.Errno.EPERM;

import org.sockmodel.runtime.kernel.families.Capability;
import org.sockmodel.runtime.kernel.families.CreationCheck;
import org.sockmodel.runtime.kernel.families.InetProtosw;
import org.sockmodel.runtime.kernel.families.InetSw;
import org.sockmodel.runtime.kernel.families.ModuleLoader;
import org.sockmodel.runtime.kernel.families.profile.Declared;

/** The checks that create functions are made of. Those about the type choose the entry that the socket is made from. */
final class Checks {

  private Checks() {
  }

  /** {@code 0 <= protocol < limit}. */
  static CreateStep protocolRange(long limit, int errno, Declared by) {
    return (c, s) -> c.decide(CreationCheck.PROTOCOL_RANGE, s.protocol(),
        s.protocol() >= 0 && s.protocol() < limit, errno, by);
  }

  /** The protocol is one of a few. */
  static CreateStep protocolIn(int errno, int... protocols) {
    return (c, s) -> c.decide(CreationCheck.PROTOCOL_SUPPORTED, s.protocol(), contains(protocols, s.protocol()), errno,
        s.pf());
  }

  /** For one type, the protocol is none of a few. */
  static CreateStep protocolNotIn(int type, int errno, int... protocols) {
    return (c, s) -> s.type() != type ? 0 : c.decide(CreationCheck.PROTOCOL_SUPPORTED, s.protocol(),
        !contains(protocols, s.protocol()), errno, s.pf());
  }

  /** The family has the type. */
  static CreateStep type(int errno) {
    return (c, s) -> {
      InetSw inetsw = s.pf().inetsw();
      InetProtosw entry = inetsw.size(s.type()) == 0 ? null : inetsw.entry(s.type(), 0);
      s.answer(entry);
      return c.decide(CreationCheck.TYPE_SUPPORTED, s.type(), entry != null, errno, entry != null ? entry : s.pf());
    };
  }

  /** The family takes every type but one, all alike. */
  static CreateStep anyTypeBut(int type, int errno) {
    return (c, s) -> {
      int err = c.decide(CreationCheck.TYPE_SUPPORTED, s.type(), s.type() != type, errno, s.pf());
      for (int t = 0; err == 0 && s.answer() == null; t++) {
        s.answer(s.pf().inetsw().size(t) == 0 ? null : s.pf().inetsw().entry(t, 0));
      }
      return err;
    };
  }

  /** The family's entry has this type and protocol. */
  static CreateStep typeAndProtocol(int errno) {
    return (c, s) -> {
      InetProtosw entry = withProtocol(s.pf().inetsw(), s.type(), s.protocol());
      s.answer(entry);
      return c.decide(CreationCheck.PROTOCOL_SUPPORTED, s.protocol(), entry != null, errno,
          entry != null ? entry : s.pf());
    };
  }

  /** Whatever the type, the task has the capability. */
  static CreateStep capable(Capability capability) {
    return (c, s) -> c.decide(CreationCheck.CAPABILITY, capability.ordinal(),
        s.kern() || c.task().capable(capability), EPERM, s.pf());
  }

  /** The task has the capability that the entry asks for. */
  static CreateStep entryCapability() {
    return (c, s) -> {
      Capability capability = s.answer().capability();
      return capability == null ? 0
          : c.decide(CreationCheck.CAPABILITY, capability.ordinal(), s.kern() || c.task().capable(capability), EPERM,
              s.answer());
    };
  }

  /**
   * The protocol is registered, by a module if need be, and that module is there to stay. Chooses the entry by the
   * protocol alone.
   */
  static CreateStep registeredProtocol(int errno) {
    return (c, s) -> {
      InetProtosw entry = s.pf().inetsw().withProtocol(s.protocol());
      if (entry == null) {
        c.layer().modules().request(c, s.family(), s.protocol(), ModuleLoader.ANY);
        entry = s.pf().inetsw().withProtocol(s.protocol());
      }
      boolean held = entry != null && entry.owner().tryGet();
      if (held) {
        entry.owner().put();
      }
      s.answer(entry);
      return c.decide(CreationCheck.PROTOCOL_REGISTERED, s.protocol(), held, errno, entry != null ? entry : s.pf());
    };
  }

  /** The type is one of a few, whatever the entry says. */
  static CreateStep typeIn(int errno, int... types) {
    return (c, s) -> c.decide(CreationCheck.TYPE_SUPPORTED, s.type(), contains(types, s.type()), errno, s.pf());
  }

  /** The type is that of the chosen entry. */
  static CreateStep typeOfProtocol(int errno) {
    return (c, s) -> c.decide(CreationCheck.PROTOCOL_TYPE, s.type(), s.type() == s.answer().type(), errno, s.answer());
  }

  private static InetProtosw withProtocol(InetSw inetsw, int type, int protocol) {
    for (int i = 0; i < inetsw.size(type); i++) {
      if (inetsw.entry(type, i).protocol() == protocol) {
        return inetsw.entry(type, i);
      }
    }
    return null;
  }

  private static boolean contains(int[] numbers, int wanted) {
    for (int number : numbers) {
      if (number == wanted) {
        return true;
      }
    }
    return false;
  }
}

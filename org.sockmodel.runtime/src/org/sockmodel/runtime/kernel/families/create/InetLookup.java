package org.sockmodel.runtime.kernel.families.create;

import static org.sockmodel.runtime.uapi.Errno.EPROTONOSUPPORT;
import static org.sockmodel.runtime.uapi.Errno.ESOCKTNOSUPPORT;

import org.sockmodel.runtime.kernel.families.Creation;
import org.sockmodel.runtime.kernel.families.CreationCheck;
import org.sockmodel.runtime.kernel.families.InetProtosw;
import org.sockmodel.runtime.kernel.families.InetSw;
import org.sockmodel.runtime.kernel.families.ModuleLoader;
import org.sockmodel.runtime.kernel.families.Socket;

/**
 * The look-up of {@code inet_create} and {@code inet6_create}: the first entry of the type that has the protocol, or is
 * the wild one; protocol 0 takes the first that is not. If there is none, a module is asked for, first by protocol and
 * type, then by protocol.
 */
final class InetLookup implements CreateStep {

  private static final int WILD = 0;

  @Override
  public int run(Creation c, Socket socket) {
    int err = lookUp(c, socket);
    ModuleLoader modules = c.layer().modules();
    if (err != 0 && modules.enabled()) {
      modules.request(c, socket.family(), socket.protocol(), socket.type());
      err = lookUp(c, socket);
      if (err != 0) {
        modules.request(c, socket.family(), socket.protocol(), ModuleLoader.ANY);
        err = lookUp(c, socket);
      }
    }
    return err;
  }

  private static int lookUp(Creation c, Socket socket) {
    InetSw inetsw = socket.pf().inetsw();
    int type = socket.type();
    int protocol = socket.protocol();
    int err = -ESOCKTNOSUPPORT;
    for (int i = 0; i < inetsw.size(type); i++) {
      InetProtosw entry = inetsw.entry(type, i);
      boolean found = matches(protocol, entry.protocol());
      c.decide(CreationCheck.PROTOSW_ENTRY, protocol, found, EPROTONOSUPPORT, entry);
      if (found) {
        socket.answer(entry);
        if (protocol == WILD) {
          socket.protocol(entry.protocol());
        }
        return c.decide(CreationCheck.PROTOSW_LOOKUP, protocol, 0, entry);
      }
      err = -EPROTONOSUPPORT;
    }
    return c.decide(CreationCheck.PROTOSW_LOOKUP, protocol, err, socket.pf());
  }

  /** Not wild on both sides: equal, or wild on one. */
  private static boolean matches(int wanted, int entry) {
    return wanted == entry ? wanted != WILD : wanted == WILD || entry == WILD;
  }
}

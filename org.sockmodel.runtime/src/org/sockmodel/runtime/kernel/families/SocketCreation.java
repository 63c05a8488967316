package org.sockmodel.runtime.kernel.families;

import static org.sockmodel.runtime.uapi.Errno.EAFNOSUPPORT;
import static org.sockmodel.runtime.uapi.Errno.EINVAL;
import static org.sockmodel.runtime.uapi.Errno.ENFILE;

import org.sockmodel.runtime.kernel.families.profile.DeclaredFamily;
import org.sockmodel.runtime.kernel.families.profile.KernelOption;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketType;

/** {@code __sock_create} and {@code __sock_release} ({@code net/socket.c}). */
final class SocketCreation {

  private final SocketLayer layer;
  private final KernelOption nproto;
  private final DeclaredFamily[] declared;
  private final String releaseSymbol;
  private Socket created;

  SocketCreation(SocketLayer layer) {
    this.layer = layer;
    nproto = layer.profile().option(KernelOption.NPROTO);
    declared = new DeclaredFamily[(int) nproto.value()];
    for (DeclaredFamily family : layer.profile().families()) {
      if (family.family().number() >= 0 && family.family().number() < declared.length) {
        declared[family.family().number()] = family;
      }
    }
    releaseSymbol = layer.profile().version().since(4, 20) ? "__sock_release" : "sock_release";
  }

  /**
   * Makes a socket without a file.
   *
   * @param kern whether the kernel wants it for itself
   * @return 0, then it is {@link #created}, or a negative errno, then nothing is left of it
   */
  int create(Creation c, int family, int type, int protocol, boolean kern) {
    c.enter("__sock_create");
    int err = inRange(c, family, type);
    if (err == 0) {
      int pf = family;
      if (family == AddressFamily.AF_INET && type == SocketType.SOCK_PACKET) {
        c.decide(CreationCheck.INET_SOCK_PACKET, type, 0, null);
        pf = AddressFamily.AF_PACKET;
      }
      err = secure(c, pf, type, protocol, kern);
    }
    return c.leave(err);
  }

  /** What the last successful {@link #create} made. */
  Socket created() {
    return created;
  }

  private int inRange(Creation c, int family, int type) {
    boolean known = family >= 0 && family < nproto.value();
    int err = c.decide(CreationCheck.FAMILY_RANGE, family, known, EAFNOSUPPORT, nproto);
    if (err == 0) {
      err = c.decide(CreationCheck.TYPE_RANGE, type, type >= 0 && type < SocketLayer.SOCK_MAX, EINVAL, null);
    }
    return err;
  }

  private int secure(Creation c, int family, int type, int protocol, boolean kern) {
    c.enter("security_socket_create");
    int err = c.decide(CreationCheck.SECURITY_CREATE, 0,
        layer.security().socketCreate(family, type, protocol, kern), null);
    c.leave(err);
    if (err != 0) {
      return err;
    }
    Socket socket = sockAlloc(c, family, type, protocol, kern);
    if (socket == null) {
      return -ENFILE;
    }
    err = byFamily(c, socket);
    if (err == 0) {
      err = postCreate(c, socket, family, type, protocol, kern);
    }
    if (err != 0) {
      release(c, socket);
      return err;
    }
    created = socket;
    return 0;
  }

  private Socket sockAlloc(Creation c, int family, int type, int protocol, boolean kern) {
    Socket socket = layer.take().begin(family, type, protocol, kern);
    c.enter("sock_alloc");
    c.enter("new_inode_pseudo");
    c.enter("alloc_inode");
    c.enter("sock_alloc_inode");
    int err = c.decide(CreationCheck.SOCK_ALLOC, 0, c.task().allocSocket(socket), ENFILE, null);
    c.leave(err);
    c.leave(err);
    c.leave(err);
    c.leave(err);
    if (err != 0) {
      layer.giveBack(socket);
      return null;
    }
    return socket;
  }

  /** Finds the family and lets it create; its module is held meanwhile, that of the operations afterwards. */
  private int byFamily(Creation c, Socket socket) {
    int family = socket.family();
    if (layer.families().get(family) == null) {
      layer.modules().request(c, family, ModuleLoader.ANY, ModuleLoader.ANY);
    }
    NetProtoFamily pf = layer.families().get(family);
    if (c.decide(CreationCheck.FAMILY_REGISTERED, family, pf != null, EAFNOSUPPORT, declared[family]) != 0
        || c.decide(CreationCheck.FAMILY_MODULE, family, pf.owner().tryGet(), EAFNOSUPPORT, pf) != 0) {
      return -EAFNOSUPPORT;
    }
    socket.pf(pf);
    c.enter(pf.createSymbol());
    int err = c.leave(pf.create(c, socket));
    if (err == 0) {
      boolean held = socket.answer().owner().tryGet();
      err = c.decide(CreationCheck.OPS_MODULE, 0, held, EAFNOSUPPORT, socket.answer());
      if (err != 0) {
        pf.release(c, socket); // Linux forgets the sock here
      }
    }
    if (err != 0) {
      socket.ops(null);
    }
    pf.owner().put();
    return err;
  }

  private int postCreate(Creation c, Socket socket, int family, int type, int protocol, boolean kern) {
    c.enter("security_socket_post_create");
    int err = c.decide(CreationCheck.SECURITY_POST_CREATE, 0,
        layer.security().socketPostCreate(socket, family, type, protocol, kern), null);
    return c.leave(err);
  }

  /** {@code sock_release}: the operations' release, their module, the inode. The socket may be used again. */
  void release(Creation c, Socket socket) {
    boolean wrapped = !releaseSymbol.equals("sock_release");
    if (wrapped) {
      c.enter("sock_release");
    }
    c.enter(releaseSymbol);
    if (socket.ops() != null) {
      c.enter(socket.ops().release());
      socket.pf().release(c, socket);
      c.leave(0);
      socket.answer().owner().put();
      socket.ops(null);
    }
    c.task().freeSocket(socket);
    c.leave(0);
    if (wrapped) {
      c.leave(0);
    }
    layer.giveBack(socket);
  }
}

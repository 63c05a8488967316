package org.sockmodel.runtime.kernel.families;

import static org.sockmodel.runtime.uapi.Errno.EOPNOTSUPP;

import org.sockmodel.runtime.kernel.families.profile.KernelVersion;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * {@code socketpair(2)} ({@code net/socket.c}). Since 4.16 the descriptors are reserved and stored before the first
 * socket is made, so that a full table or a bad address wins over a family without pairs; before, they came last.
 */
final class SocketpairCall {

  private static final int FLAGS = SocketType.SOCK_NONBLOCK | SocketType.SOCK_CLOEXEC;

  private final SocketCreation sockets;
  private final SocketFiles files;
  private final boolean descriptorsFirst;
  private final String entry;
  private int fd1;
  private int fd2;

  SocketpairCall(SocketLayer layer, SocketCreation sockets, SocketFiles files) {
    this.sockets = sockets;
    this.files = files;
    KernelVersion version = layer.profile().version();
    descriptorsFirst = version.since(4, 16);
    entry = version.since(4, 17) ? "__sys_socketpair" : "sys_socketpair";
  }

  int call(Creation c, int family, int type, int protocol) {
    c.enter(entry);
    int err = SocketFiles.checkFlags(c, type);
    if (err == 0) {
      int plain = type & SocketFiles.SOCK_TYPE_MASK;
      err = descriptorsFirst
          ? descriptorsFirst(c, family, plain, protocol, type & FLAGS)
          : socketsFirst(c, family, plain, protocol, type & FLAGS);
    }
    return c.leave(err);
  }

  private int descriptorsFirst(Creation c, int family, int type, int protocol, int flags) {
    int err = reserve(c, flags);
    if (err != 0) {
      return err;
    }
    err = putUser(c);
    if (err == 0) {
      err = pair(c, family, type, protocol, flags);
    }
    if (err != 0) {
      c.task().putUnusedFd(fd2);
      c.task().putUnusedFd(fd1);
    }
    return err;
  }

  private int reserve(Creation c, int flags) {
    fd1 = files.unusedFd(c, flags);
    if (fd1 < 0) {
      return fd1;
    }
    fd2 = files.unusedFd(c, flags);
    if (fd2 < 0) {
      c.task().putUnusedFd(fd1);
      return fd2;
    }
    return 0;
  }

  private int putUser(Creation c) {
    int err = c.decide(CreationCheck.PUT_USER, fd1, c.task().putUser(0, fd1), null);
    return err != 0 ? err : c.decide(CreationCheck.PUT_USER, fd2, c.task().putUser(1, fd2), null);
  }

  /** Both sockets, connected and with files; the descriptors are reserved. */
  private int pair(Creation c, int family, int type, int protocol, int flags) {
    int err = files.sockCreate(c, family, type, protocol);
    if (err != 0) {
      return err;
    }
    Socket first = sockets.created();
    err = second(c, first, family, type, protocol);
    if (err != 0) {
      return err;
    }
    Socket second = sockets.created();
    err = files.allocFile(c, first, flags);
    if (err != 0) {
      sockets.release(c, second);
      return err;
    }
    err = files.allocFile(c, second, flags);
    if (err != 0) {
      fput(c, first);
      return err;
    }
    files.install(c, fd1, first);
    files.install(c, fd2, second);
    return 0;
  }

  /** The second socket and the pairing; a failure leaves none of the two. */
  private int second(Creation c, Socket first, int family, int type, int protocol) {
    int err = files.sockCreate(c, family, type, protocol);
    if (err != 0) {
      sockets.release(c, first);
      return err;
    }
    ProtoOps ops = first.ops();
    c.enter(ops.socketpair());
    err = c.decide(CreationCheck.SOCKETPAIR, 0, ops.hasSocketpair(), EOPNOTSUPP, first.answer());
    c.leave(err);
    if (err != 0) {
      sockets.release(c, sockets.created());
      sockets.release(c, first);
    }
    return err;
  }

  private void fput(Creation c, Socket socket) {
    sockets.release(c, socket);
    c.task().freeFile();
  }

  /** Up to 4.15. */
  private int socketsFirst(Creation c, int family, int type, int protocol, int flags) {
    int err = files.sockCreate(c, family, type, protocol);
    if (err != 0) {
      return err;
    }
    Socket first = sockets.created();
    err = second(c, first, family, type, protocol);
    if (err != 0) {
      return err;
    }
    Socket second = sockets.created();
    err = reserve(c, flags);
    if (err != 0) {
      return releaseBoth(c, first, second, err);
    }
    err = bothFiles(c, first, second, flags);
    if (err == 0) {
      err = installBoth(c, first, second);
    }
    return err;
  }

  private int bothFiles(Creation c, Socket first, Socket second, int flags) {
    int err = files.allocFile(c, first, flags);
    if (err != 0) {
      putBoth(c);
      return releaseBoth(c, first, second, err);
    }
    err = files.allocFile(c, second, flags);
    if (err != 0) {
      fput(c, first);
      putBoth(c);
      sockets.release(c, second);
    }
    return err;
  }

  /** The descriptors are known to others before they are stored; a bad address closes them again. */
  private int installBoth(Creation c, Socket first, Socket second) {
    files.install(c, fd1, first);
    files.install(c, fd2, second);
    int err = putUser(c);
    if (err != 0) {
      putBoth(c);
      fput(c, second);
      fput(c, first);
    }
    return err;
  }

  private int releaseBoth(Creation c, Socket first, Socket second, int err) {
    sockets.release(c, second);
    sockets.release(c, first);
    return err;
  }

  private void putBoth(Creation c) {
    c.task().putUnusedFd(fd2);
    c.task().putUnusedFd(fd1);
  }
}

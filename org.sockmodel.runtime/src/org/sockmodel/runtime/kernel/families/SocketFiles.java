package org.sockmodel.runtime.kernel.families;

import static org.sockmodel.runtime.uapi.Errno.EINVAL;

import org.sockmodel.runtime.kernel.families.profile.KernelOption;
import org.sockmodel.runtime.kernel.families.profile.KernelVersion;
import org.sockmodel.runtime.uapi.SocketType;

/** {@code socket(2)} around {@code __sock_create}: the type's flags, the descriptor and the file. */
final class SocketFiles {

  static final int SOCK_TYPE_MASK = 0xf;
  static final int O_RDWR = 2;
  private static final int FLAGS = SocketType.SOCK_NONBLOCK | SocketType.SOCK_CLOEXEC;

  private final SocketCreation sockets;
  private final String entry;
  private final KernelOption nofile;
  private final KernelOption fileMax;
  /** {@code sock_alloc_file} itself releases the socket when it fails. */
  private final boolean allocFileReleases;

  SocketFiles(SocketLayer layer, SocketCreation sockets) {
    this.sockets = sockets;
    KernelVersion version = layer.profile().version();
    entry = version.since(4, 17) ? "__sys_socket" : "sys_socket";
    allocFileReleases = version.since(4, 16);
    nofile = layer.profile().option(KernelOption.RLIMIT_NOFILE);
    fileMax = layer.profile().option(KernelOption.FILE_MAX);
  }

  int socket(Creation c, int family, int type, int protocol) {
    c.enter(entry);
    int err = checkFlags(c, type);
    if (err == 0) {
      err = sockCreate(c, family, type & SOCK_TYPE_MASK, protocol);
    }
    return c.leave(err == 0 ? mapFd(c, sockets.created(), type & FLAGS) : err);
  }

  static int checkFlags(Creation c, int type) {
    boolean known = (type & ~SOCK_TYPE_MASK & ~FLAGS) == 0;
    return c.decide(CreationCheck.TYPE_FLAGS, type, known, EINVAL, null);
  }

  int sockCreate(Creation c, int family, int type, int protocol) {
    c.enter("sock_create");
    return c.leave(sockets.create(c, family, type, protocol, false));
  }

  /** {@code sock_map_fd}; up to 4.15 it leaves the clean-up to its caller. */
  private int mapFd(Creation c, Socket socket, int flags) {
    c.enter("sock_map_fd");
    int fd = unusedFd(c, flags);
    int err = fd;
    if (fd >= 0) {
      err = allocFile(c, socket, flags);
      if (err == 0) {
        install(c, fd, socket);
        return c.leave(fd);
      }
      c.pass("put_unused_fd");
      c.task().putUnusedFd(fd);
    } else if (allocFileReleases) {
      sockets.release(c, socket);
    }
    c.leave(err);
    if (!allocFileReleases) {
      sockets.release(c, socket);
    }
    return err;
  }

  int unusedFd(Creation c, int flags) {
    c.enter("get_unused_fd_flags");
    int fd = c.task().getUnusedFdFlags(flags);
    c.decide(CreationCheck.DESCRIPTOR, Math.max(fd, 0), Math.min(fd, 0), nofile);
    return c.leave(fd);
  }

  /** {@code sock_alloc_file}; since 4.16 a failure releases the socket. */
  int allocFile(Creation c, Socket socket, int flags) {
    c.enter("sock_alloc_file");
    int err = c.decide(CreationCheck.FILE, 0, c.task().allocFile(socket), fileMax);
    if (err == 0) {
      socket.fileFlags(O_RDWR | flags & SocketType.SOCK_NONBLOCK);
    } else if (allocFileReleases) {
      sockets.release(c, socket);
    }
    return c.leave(err);
  }

  void install(Creation c, int fd, Socket socket) {
    c.pass("fd_install");
    c.task().fdInstall(fd, socket);
  }
}

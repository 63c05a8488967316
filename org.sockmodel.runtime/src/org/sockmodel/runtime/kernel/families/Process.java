package org.sockmodel.runtime.kernel.families;

import static org.sockmodel.runtime.uapi.Errno.EBADF;

import org.sockmodel.runtime.kernel.families.profile.KernelOption;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * A process that does nothing but make and close sockets: credentials and descriptors; memory never runs out. Allocates
 * nothing once its table has grown.
 */
public class Process implements CurrentTask {

  private final SocketLayer layer;
  private final Credentials credentials;
  private final FileTable files;
  private final DescriptorTable descriptors;
  private final int[] pair = new int[2];

  /** A process with the bounds of the layer's profile and the machine to itself. */
  public Process(SocketLayer layer, Credentials credentials) {
    this(layer, credentials, new FileTable(layer.profile().value(KernelOption.FILE_MAX)));
  }

  /** A process among others that share the machine's open files. */
  public Process(SocketLayer layer, Credentials credentials, FileTable files) {
    this.layer = layer;
    this.credentials = credentials;
    this.files = files;
    KernelProfile profile = layer.profile();
    long limit = Math.min(profile.value(KernelOption.RLIMIT_NOFILE), profile.value(KernelOption.NR_OPEN));
    descriptors = new DescriptorTable((int) limit);
  }

  /** {@code socket(2)}: the descriptor or a negative errno. */
  public final int socket(int family, int type, int protocol) {
    return layer.socket(this, family, type, protocol);
  }

  /** {@code socketpair(2)}: 0, then {@link #pair} has the descriptors, or a negative errno. */
  public final int socketpair(int family, int type, int protocol) {
    return layer.socketpair(this, family, type, protocol);
  }

  /** One of the descriptors of the last {@link #socketpair}. */
  public final int pair(int index) {
    return pair[index];
  }

  /** {@code close(2)}: 0 or -EBADF. */
  public final int close(int fd) {
    Socket socket = socket(fd);
    if (socket == null) {
      return -EBADF;
    }
    descriptors.free(fd);
    layer.close(this, socket);
    freeFile();
    return 0;
  }

  /** The socket behind a descriptor; null if there is none. */
  public final Socket socket(int fd) {
    return (Socket) descriptors.file(fd);
  }

  public final DescriptorTable descriptors() {
    return descriptors;
  }

  public final FileTable files() {
    return files;
  }

  @Override
  public final boolean capable(Capability capability) {
    return credentials.capable(capability);
  }

  @Override
  public final boolean inGroupRange(long low, long high) {
    return credentials.inGroupRange(low, high);
  }

  @Override
  public int getUnusedFdFlags(int flags) {
    return descriptors.reserve((flags & SocketType.SOCK_CLOEXEC) != 0);
  }

  @Override
  public void putUnusedFd(int fd) {
    descriptors.free(fd);
  }

  @Override
  public int putUser(int index, int fd) {
    pair[index] = fd;
    return 0;
  }

  @Override
  public boolean allocSocket(Socket socket) {
    return true;
  }

  @Override
  public void freeSocket(Socket socket) { }

  @Override
  public boolean allocSk(Socket socket) {
    return true;
  }

  @Override
  public void freeSk(Socket socket) { }

  @Override
  public int allocFile(Socket socket) {
    return files.open(credentials.capable(Capability.CAP_SYS_ADMIN));
  }

  @Override
  public void freeFile() {
    files.close();
  }

  @Override
  public void fdInstall(int fd, Socket socket) {
    descriptors.install(fd, socket);
  }
}

package org.sockmodel.runtime.kernel.families;

import java.util.ArrayDeque;
import java.util.Deque;
import org.sockmodel.runtime.kernel.families.profile.KernelOption;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;

/**
 * The socket layer of one machine, as far as it makes and ends sockets: {@code net/socket.c}. Calls are computed at
 * once; while nobody traces and sockets are released, they allocate nothing. Not for several threads.
 */
public final class SocketLayer {

  /** Types are below this: {@code SOCK_MAX} ({@code include/linux/net.h}). */
  public static final int SOCK_MAX = 11;

  private final KernelProfile profile;
  private final SocketSecurity security;
  private final NetFamilies families;
  private final ModuleLoader modules;
  private final Creation creation;
  private final SocketCreation sockets;
  private final SocketFiles files;
  private final SocketpairCall socketpair;
  private final Deque<Socket> free = new ArrayDeque<>();

  /** A layer without families; {@code create.Families} registers what the profile declares. */
  public SocketLayer(KernelProfile profile, SocketSecurity security) {
    this.profile = profile;
    this.security = security;
    families = new NetFamilies((int) profile.value(KernelOption.NPROTO));
    modules = new ModuleLoader(profile);
    creation = new Creation(this, profile);
    sockets = new SocketCreation(this);
    files = new SocketFiles(this, sockets);
    socketpair = new SocketpairCall(this, sockets, files);
  }

  /** From now on this one is told how creations go. */
  public void trace(CreationTrace listener) {
    creation.trace(listener);
  }

  /**
   * {@code socket(2)}.
   *
   * @param type with its flags, as the program passes it
   * @return the descriptor or a negative errno
   */
  public int socket(CurrentTask task, int family, int type, int protocol) {
    return files.socket(creation.begin(task), family, type, protocol);
  }

  /**
   * {@code socketpair(2)}; the descriptors go to {@link CurrentTask#putUser}.
   *
   * @return 0 or a negative errno
   */
  public int socketpair(CurrentTask task, int family, int type, int protocol) {
    return socketpair.call(creation.begin(task), family, type, protocol);
  }

  /** {@code sock_close}: the socket's file is closed for the last time. The socket must not be used any more. */
  public void close(CurrentTask task, Socket socket) {
    Creation c = creation.begin(task);
    c.enter("sock_close");
    sockets.release(c, socket);
    c.leave(0);
  }

  public KernelProfile profile() {
    return profile;
  }

  public SocketSecurity security() {
    return security;
  }

  public NetFamilies families() {
    return families;
  }

  public ModuleLoader modules() {
    return modules;
  }

  /**
   * {@code __sock_create} from inside a create function; see {@link SocketCreation#create}.
   *
   * @return 0 or a negative errno; the socket is then {@link #created}
   */
  public int sockCreateKern(Creation c, int family, int type, int protocol) {
    return sockets.create(c, family, type, protocol, true);
  }

  /** The socket that the last successful {@link #sockCreateKern} made. */
  public Socket created() {
    return sockets.created();
  }

  /** {@code sock_release}, from inside a create function. */
  public void sockRelease(Creation c, Socket socket) {
    sockets.release(c, socket);
  }

  /** What calls the system call's function. */
  String entrySymbol() {
    return profile.version().since(4, 17) ? "__x64_sys_socket" : "system_call_fastpath";
  }

  Socket take() {
    Socket socket = free.pollLast();
    return socket != null ? socket : new Socket();
  }

  void giveBack(Socket socket) {
    free.addLast(socket);
  }
}

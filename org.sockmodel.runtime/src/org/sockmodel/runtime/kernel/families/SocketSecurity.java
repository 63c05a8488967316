package org.sockmodel.runtime.kernel.families;

/** The hooks at which others may refuse a creation: security modules and a cgroup's programs. */
public interface SocketSecurity {

  /** Refuses nothing. */
  SocketSecurity NONE = new SocketSecurity() { };

  /** {@code security_socket_create}: before anything is allocated. 0 or a negative errno, mostly -EACCES. */
  default int socketCreate(int family, int type, int protocol, boolean kern) {
    return 0;
  }

  /** {@code BPF_CGROUP_RUN_PROG_INET_SOCK}: an internet socket is made. 0 or a negative errno, mostly -EPERM. */
  default int inetSock(Socket socket) {
    return 0;
  }

  /** {@code security_socket_post_create}: when the family is done. 0 or a negative errno. */
  default int socketPostCreate(Socket socket, int family, int type, int protocol, boolean kern) {
    return 0;
  }
}

package org.sockmodel.runtime.scenario;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.uapi.SocketOption;

/** One address family of a machine that threads can use: {@code struct net_proto_family}. */
interface SocketFamily {

  /** What is left of a socket's type without {@code SOCK_NONBLOCK} and {@code SOCK_CLOEXEC}. */
  int TYPE_MASK = 0xf;

  /** {@code create}: the new socket, of a kind that {@code socket(2)} grants. */
  Sock create(long address, int type, int protocol);

  /** {@code bind(2)}: 0, or minus an errno. */
  int bind(Sock sock, Endpoint endpoint);

  /** {@code listen(2)}: 0, or minus an errno. */
  int listen(Cpu cpu, Sock sock, int backlog);

  /** What the family or its protocol makes of a socket option that has been set: 0, or minus an errno. */
  default int setsockopt(Sock sock, SocketOption option, long value, boolean netAdmin) {
    return 0;
  }

  /** What the family or its protocol calls with a socket when one of its options has been set; null for nothing. */
  default KernelFunction afterOption(Sock sock, SocketOption option) {
    return null;
  }
}

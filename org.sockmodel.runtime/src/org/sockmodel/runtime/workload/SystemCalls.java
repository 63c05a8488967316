package org.sockmodel.runtime.workload;

import java.util.List;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.Endpoint;

/** What a thread may ask its kernel for. */
public interface SystemCalls {

  /** {@code recvfrom(2)}: see {@link org.sockmodel.runtime.kernel.syscall.ReceiveCall} for its locals. */
  KernelFunction recvfrom();

  /** {@code recvmsg(2)}, likewise. */
  KernelFunction recvmsg();

  /** {@code sendto(2)}: see {@link org.sockmodel.runtime.kernel.syscall.SendCall} for its locals. */
  KernelFunction sendto();

  /** {@code shutdown(2)}: {@code self} the socket, {@code n} how, {@code k} the descriptor. */
  KernelFunction shutdown();

  /** {@code connect(2)}: see {@link org.sockmodel.runtime.kernel.syscall.SocketCall} for its locals. */
  KernelFunction connect();

  /** {@code accept(2)}, likewise. */
  KernelFunction accept();

  /** {@code listen(2)}, which takes no time: 0, or minus an errno. */
  int listen(Cpu cpu, Sock sock, int backlog);

  /** Reading, writing and closing of any file. */
  FileCalls files();

  /** What signals need. */
  SignalCalls signals();

  /** Poll, select and epoll. */
  PollingCalls polling();

  /** {@code clone(2)} of a thread: see {@link org.sockmodel.runtime.kernel.syscall.CloneCall} for its locals. */
  KernelFunction clone3();

  /** What the new thread returns from first. */
  KernelFunction cloned();

  /** {@code clock_nanosleep(2)}, with the time in ns as its {@code n}. */
  KernelFunction nanosleep();

  /** {@code socket(2)}: see {@link org.sockmodel.runtime.kernel.syscall.SocketCreateCall} for its locals. */
  KernelFunction socket();

  /**
   * The socket behind a descriptor that {@link #socket} returned; null if a simulation has no use for its family.
   *
   * @param process who creates it
   * @param net the namespace of the thread that creates it
   */
  Sock newSock(Process process, Net net, int family, int type, int protocol);

  /** {@code bind(2)}, which takes no time: 0, or minus an errno. */
  int bind(Sock sock, Endpoint endpoint);

  /** {@code setsockopt(2)}: see {@link org.sockmodel.runtime.kernel.syscall.SetsockoptCall} for its locals. */
  KernelFunction setsockopt();

  /**
   * A process of an ordinary user.
   *
   * @param capabilities names of those that it has nevertheless
   */
  Process process(List<String> capabilities);

  /** The network namespace of this name. */
  Net net(String network);

  /** What a call is given for an endpoint. */
  Destination destination(Endpoint endpoint);

  /** An endpoint as the sockets of different namespaces reach it. */
  @FunctionalInterface
  interface Destination {

    long of(Sock sock);
  }

  /** {@code connect(2)} of a datagram socket, which takes no time: 0, or minus an errno. */
  int connectDatagram(Sock sock, long destination);

  /** The errno that {@code socketpair(2)} ends with; 0 if it succeeds. */
  int socketpairErrno(Process process, int family, int type, int protocol);

  /** Makes two new sockets each other's peer, as {@code socketpair(2)} does. */
  void connectPair(Sock first, Sock second);

  /** Has a TCP socket connected to the peer that sends to {@code port}, in no time: 0, or minus an errno. */
  int establish(Sock sock, int port);

  /** {@code schedule()}, for a thread that ends. */
  KernelFunction schedule();
}

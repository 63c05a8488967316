package org.sockmodel.runtime.model;

import java.util.List;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.FileFlag;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.PollEvent;
import org.sockmodel.runtime.uapi.Signal;
import org.sockmodel.runtime.uapi.SignalFlag;
import org.sockmodel.runtime.uapi.SocketOption;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * One step of a thread program: a system call, a stretch of computing, or control flow. {@code line} is where the
 * model says it.
 *
 * <p>A call that fails is handled if the next instruction is an {@link IfErrno} that names its errno. An errno that is
 * not handled ends the thread and is in the report.
 */
public sealed interface Instruction {

  /** {@link Loop#count} of a loop without end. */
  long FOREVER = Long.MAX_VALUE;

  /** A timeout of a call that waits as long as it takes. */
  long NO_TIMEOUT = -1;

  int line();

  /** {@code socket()}: see {@link AddressFamily}, {@link SocketType} (with its flags) and {@link IpProtocol}. */
  record Socket(String variable, int family, int type, int protocol, int line) implements Instruction {
  }

  /** {@code socketpair()}. */
  record Socketpair(String first, String second, int family, int type, int protocol, int line)
      implements Instruction {
  }

  /** {@code setns()}: the thread creates its sockets in this namespace, or in the one this machine boots with. */
  record Setns(String network, int line) implements Instruction {
  }

  /** {@code pipe()}: what is written to {@code write} is read from {@code read}. */
  record Pipe(String read, String write, int line) implements Instruction {
  }

  record Bind(String socket, Endpoint endpoint, int line) implements Instruction {
  }

  record Listen(String socket, int backlog, int line) implements Instruction {
  }

  record Accept(String variable, String socket, int line) implements Instruction {
  }

  record Connect(String socket, Endpoint endpoint, int line) implements Instruction {
  }

  /**
   * No system call but a shortcut for small models: binds a TCP or UDP socket to the port and connects it to the peer
   * that sends traffic to this port, without a handshake, in no time.
   */
  record Established(String socket, int port, int line) implements Instruction {
  }

  /** {@code recv()}, which the kernel knows as {@code recvfrom}; flags see {@link MessageFlag}. */
  record Recv(String socket, long bytes, int flags, int line) implements Instruction {
  }

  record Recvmsg(String socket, long bytes, int flags, int line) implements Instruction {
  }

  record Read(String socket, long bytes, int line) implements Instruction {
  }

  /** {@code send()}, which the kernel knows as {@code sendto}. */
  record Send(String socket, long bytes, int flags, int line) implements Instruction {
  }

  record Sendto(String socket, long bytes, int flags, Endpoint endpoint, int line) implements Instruction {
  }

  record Write(String socket, long bytes, int line) implements Instruction {
  }

  /** {@code poll()}; events see {@link PollEvent}. */
  record Poll(List<String> sockets, int events, long timeoutNs, int line) implements Instruction {
  }

  /** {@code select()}: as {@link Poll}, with the call that knows descriptors as bits of a set. */
  record Select(List<String> sockets, int events, long timeoutNs, int line) implements Instruction {
  }

  record EpollCreate(String variable, int line) implements Instruction {
  }

  /** {@code epoll_ctl()}; events see {@link PollEvent}. */
  record EpollCtl(String epoll, Operation operation, String socket, int events, int line) implements Instruction {

    /** What is done with the epoll instance's interest in a socket. */
    public enum Operation {
      ADD, MOD, DEL
    }
  }

  /**
   * {@code ioctl(EPIOCSPARAMS)}.
   *
   * @param busyPollNs how long {@code epoll_wait} polls the card before it sleeps
   * @param budgetPackets the most packets of one such poll; 0 for the usual
   * @param prefers whether interrupts stay off while it polls again and again
   */
  record EpollParams(String epoll, long busyPollNs, int budgetPackets, boolean prefers, int line)
      implements Instruction {
  }

  record EpollWait(String epoll, int maxEvents, long timeoutNs, int line) implements Instruction {
  }

  /**
   * {@code setsockopt()}.
   *
   * @param value nanoseconds, bytes, a plain number or an algorithm, as {@link SocketOption#unit} says
   */
  record Setsockopt(String socket, SocketOption option, long value, int line) implements Instruction {
  }

  /** {@code fcntl(F_SETFL)}; flags see {@link FileFlag}. */
  record Fcntl(String socket, int flags, int line) implements Instruction {
  }

  /** {@code fcntl(F_SETSIG)}: the signal that a socket with {@code O_ASYNC} sends. */
  record Setsig(String socket, int signal, int line) implements Instruction {
  }

  /** Uses the CPU, each time for a time that is drawn anew. */
  record Compute(Distribution time, int line) implements Instruction {

    public Compute(long ns, int line) {
      this(new Distribution.Constant(ns), line);
    }
  }

  /** {@code nanosleep()}. */
  record Sleep(long ns, int line) implements Instruction {
  }

  record Shutdown(String socket, How how, int line) implements Instruction {

    /** Which half of a connection ends. */
    public enum How {
      SHUT_RD, SHUT_WR, SHUT_RDWR
    }
  }

  record Close(String socket, int line) implements Instruction {
  }

  /**
   * @param count how often the body runs, or {@link #FOREVER}, which is until all that it reads has ended
   */
  record Loop(long count, List<Instruction> body, int line) implements Instruction {
  }

  /**
   * Looks at how the call before it ended. If it failed with {@code errno} (or with any, if that is 0), {@code then}
   * runs; otherwise {@code otherwise} does. An {@code otherwise} that begins with an IfErrno continues the question.
   */
  record IfErrno(int errno, List<Instruction> then, List<Instruction> otherwise, int line) implements Instruction {
  }

  /** {@code tgkill()}: sends a signal to a thread of the same workload; signals see {@link Signal}. */
  record Tgkill(String thread, int signal, int line) implements Instruction {
  }

  /**
   * {@code sigaction()}: what the workload does when it gets a signal.
   *
   * @param flags see {@link SignalFlag}; for a handler only
   */
  record Sigaction(int signal, Disposition disposition, int flags, int line) implements Instruction {

    /** A handler, which does nothing, or one of the constants that stand for none. */
    public enum Disposition {
      HANDLER, SIG_IGN, SIG_DFL
    }
  }

  /** {@code sigprocmask()}, of a thread {@code pthread_sigmask()}: blocks a signal for the thread, or no longer. */
  record Sigprocmask(How how, int signal, int line) implements Instruction {

    /** What becomes of the thread's mask. */
    public enum How {
      SIG_BLOCK, SIG_UNBLOCK
    }
  }

  /** {@code sigwait()}: waits for a signal that the thread blocks. */
  record Sigwait(int signal, int line) implements Instruction {
  }

  /** {@code pthread_create()}: lets a thread of the same workload run that waits to be started. */
  record StartThread(String thread, int line) implements Instruction {
  }
}

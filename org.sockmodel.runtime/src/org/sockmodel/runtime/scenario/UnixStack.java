package org.sockmodel.runtime.scenario;

import java.util.function.UnaryOperator;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.sock.SockCallbacks;
import org.sockmodel.runtime.kernel.sock.SockOps;
import org.sockmodel.runtime.kernel.unix.SockAllocSendPskb;
import org.sockmodel.runtime.kernel.unix.SockWfree;
import org.sockmodel.runtime.kernel.unix.UnixAccept;
import org.sockmodel.runtime.kernel.unix.UnixCopy;
import org.sockmodel.runtime.kernel.unix.UnixDgramConnect;
import org.sockmodel.runtime.kernel.unix.UnixDgramRecvmsg;
import org.sockmodel.runtime.kernel.unix.UnixDgramSendmsg;
import org.sockmodel.runtime.kernel.unix.UnixDrops;
import org.sockmodel.runtime.kernel.unix.UnixEnvironment;
import org.sockmodel.runtime.kernel.unix.UnixRelease;
import org.sockmodel.runtime.kernel.unix.UnixShutdown;
import org.sockmodel.runtime.kernel.unix.UnixSock;
import org.sockmodel.runtime.kernel.unix.UnixStreamConnect;
import org.sockmodel.runtime.kernel.unix.UnixStreamRecvmsg;
import org.sockmodel.runtime.kernel.unix.UnixStreamSendmsg;
import org.sockmodel.runtime.kernel.unix.UnixTable;
import org.sockmodel.runtime.kernel.wait.WakeUp;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.SocketType;

/** AF_UNIX on one machine: the operations of its three types, as {@code af_unix_init} registers them. */
final class UnixStack implements SocketFamily {

  private static final int DEFAULT_MAX_DGRAM_QLEN_PACKETS = 10;

  private final UnixTable bound = new UnixTable();
  private final SockCallbacks callbacks;
  private final int maxQueuePackets;
  private final SockOps streamOps;
  private final SockOps dgramOps;
  private final SockOps seqpacketOps;

  /**
   * @param accepted makes the socket that a listener is to accept
   */
  UnixStack(SimulatedMachine machine, UnaryOperator<UnixSock> accepted) {
    callbacks = machine.sockCallbacks();
    Path[] paths = machine.paths();
    maxQueuePackets = (int) machine.sysctl("max_dgram_qlen", DEFAULT_MAX_DGRAM_QLEN_PACKETS);
    UnixEnvironment kernel = new UnixEnvironment(paths, machine.profile().copyNsPerByte(), machine.scheduleTimeout(),
        machine.busyLoop(), machine.scheduler().tryToWakeUp(), machine.sendSig(), machine.pool(), machine.names(),
        bound);
    KernelFunction shutdown = new UnixShutdown(paths);
    KernelFunction allocate = new SockAllocSendPskb(kernel);
    KernelFunction wakeUp = WakeUp.sync(paths);
    SockWfree wfree = new SockWfree(wakeUp);
    UnixDrops drops = new UnixDrops(machine.profile().has("unix_drop_reasons"), machine.pool(), machine.names());
    KernelFunction release = new UnixRelease(paths, WakeUp.all(paths), drops, wfree);
    KernelFunction connect = new UnixStreamConnect(kernel, accepted, drops);
    KernelFunction copyStream = UnixCopy.stream(kernel, wfree);
    KernelFunction copyPacket = UnixCopy.datagram(kernel, wfree);
    KernelFunction accept = new UnixAccept(kernel, WakeUp.poll(paths));
    streamOps = new SockOps(new UnixStreamRecvmsg(kernel, copyStream), new UnixStreamSendmsg(kernel, allocate),
        shutdown, release, connect, accept);
    dgramOps = new SockOps(UnixDgramRecvmsg.datagram(kernel, wakeUp, copyPacket),
        new UnixDgramSendmsg(kernel, PathPoint.UNIX_DGRAM_SENDMSG, allocate), shutdown, release,
        new UnixDgramConnect(bound), accept);
    seqpacketOps = new SockOps(UnixDgramRecvmsg.seqpacket(kernel, wakeUp, copyPacket),
        new UnixDgramSendmsg(kernel, PathPoint.UNIX_SEQPACKET_SENDMSG, allocate), shutdown, release, connect, accept);
  }

  /** {@code unix_create}: SOCK_RAW is taken for SOCK_DGRAM. */
  @Override
  public Sock create(long address, int type, int protocol) {
    int kind = type & TYPE_MASK;
    SockOps ops = switch (kind) {
      case SocketType.SOCK_STREAM -> streamOps;
      case SocketType.SOCK_SEQPACKET -> seqpacketOps;
      default -> dgramOps;
    };
    int known = kind == SocketType.SOCK_RAW ? SocketType.SOCK_DGRAM : kind;
    return new UnixSock(address, known, maxQueuePackets).functions(ops, callbacks);
  }

  @Override
  public int bind(Sock sock, Endpoint endpoint) {
    if (endpoint.path().isEmpty()) {
      return -Errno.EINVAL;
    }
    return bound.bind((UnixSock) sock, endpoint.path()) ? 0 : -Errno.EADDRINUSE;
  }

  /** {@code unix_listen}. */
  @Override
  public int listen(Cpu cpu, Sock sock, int backlog) {
    UnixSock listener = (UnixSock) sock;
    if (listener.type() == SocketType.SOCK_DGRAM) {
      return -Errno.EOPNOTSUPP;
    }
    if (listener.peer() != null || !bound.isBound(listener)) {
      return -Errno.EINVAL;
    }
    listener.listen(backlog);
    return 0;
  }

  /** The number that a send call is given for a path. */
  int address(String path) {
    return bound.id(path);
  }

  /** {@code unix_socketpair}. */
  void connectPair(Sock first, Sock second) {
    ((UnixSock) first).peer((UnixSock) second);
    ((UnixSock) second).peer((UnixSock) first);
  }
}

package org.sockmodel.runtime.scenario;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sock.ProtoOps;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.sock.SockCallbacks;
import org.sockmodel.runtime.kernel.unix.SockAllocSendPskb;
import org.sockmodel.runtime.kernel.unix.UnixAccept;
import org.sockmodel.runtime.kernel.unix.UnixConnect;
import org.sockmodel.runtime.kernel.unix.UnixCopy;
import org.sockmodel.runtime.kernel.unix.UnixCopying;
import org.sockmodel.runtime.kernel.unix.UnixDgramRecvmsg;
import org.sockmodel.runtime.kernel.unix.UnixDgramSendmsg;
import org.sockmodel.runtime.kernel.unix.UnixRelease;
import org.sockmodel.runtime.kernel.unix.UnixShutdown;
import org.sockmodel.runtime.kernel.unix.UnixSock;
import org.sockmodel.runtime.kernel.unix.UnixStreamRecvmsg;
import org.sockmodel.runtime.kernel.unix.UnixStreamSendmsg;
import org.sockmodel.runtime.kernel.unix.UnixTable;
import org.sockmodel.runtime.kernel.wait.WakeFunction;
import org.sockmodel.runtime.kernel.wait.WakeUp;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Errno;
import org.sockmodel.runtime.model.SocketType;

/** AF_UNIX on one machine: the operations of its three types, as {@code af_unix_init} registers them. */
final class UnixStack implements SocketFamily {

  private static final int DEFAULT_MAX_DGRAM_QLEN_PACKETS = 10;

  private final SimulatedMachine machine;
  private final UnixTable bound = new UnixTable();
  private final SockCallbacks callbacks;
  private final KernelFunction allocate;
  private final ProtoOps streamOps;
  private final ProtoOps dgramOps;
  private final ProtoOps seqpacketOps;

  UnixStack(SimulatedMachine machine) {
    this.machine = machine;
    callbacks = machine.sockCallbacks();
    Path[] paths = machine.paths();
    KernelFunction shutdown = new UnixShutdown(paths);
    allocate = new SockAllocSendPskb(paths, machine.scheduleTimeout(), autoremove());
    KernelFunction release = new UnixRelease(paths, WakeUp.all(paths), bound, machine.pool());
    KernelFunction connect = new UnixConnect(bound);
    KernelFunction accept = new UnixAccept();
    KernelFunction wakeUp = WakeUp.sync(paths);
    UnixCopying copying = new UnixCopying(machine.profile().copyNsPerByte(), machine.pool(), wakeUp);
    KernelFunction copyStream = UnixCopy.stream(paths, copying, machine.names());
    KernelFunction copyPacket = UnixCopy.datagram(paths, copying, machine.names());
    KernelFunction receiver = WakeFunction.receiver(paths, machine.scheduler().tryToWakeUp());
    streamOps = new ProtoOps(
        new UnixStreamRecvmsg(paths, machine.scheduleTimeout(), autoremove(), copyStream),
        new UnixStreamSendmsg(paths, machine.profile().copyNsPerByte(), allocate, machine.pool()), shutdown,
        release, connect, accept);
    dgramOps = new ProtoOps(
        UnixDgramRecvmsg.datagram(paths, machine.scheduleTimeout(), machine.busyLoop(), receiver, wakeUp, copyPacket),
        packetSend(PathPoint.UNIX_DGRAM_SENDMSG), shutdown,
        release, connect, accept);
    seqpacketOps = new ProtoOps(
        UnixDgramRecvmsg.seqpacket(paths, machine.scheduleTimeout(), machine.busyLoop(), receiver, wakeUp, copyPacket),
        packetSend(PathPoint.UNIX_SEQPACKET_SENDMSG), shutdown,
        release, connect, accept);
  }

  private KernelFunction packetSend(PathPoint begin) {
    int maxQueuePackets = (int) machine.sysctl("max_dgram_qlen", DEFAULT_MAX_DGRAM_QLEN_PACKETS);
    return new UnixDgramSendmsg(begin, machine.paths(), machine.profile().copyNsPerByte(), allocate, autoremove(),
        machine.scheduleTimeout(), bound, machine.pool(), maxQueuePackets);
  }

  private KernelFunction autoremove() {
    return WakeFunction.autoremove(machine.paths(), machine.scheduler().tryToWakeUp());
  }

  @Override
  public Sock create(long address, int type, int protocol) {
    int kind = type & TYPE_MASK;
    ProtoOps ops = switch (kind) {
      case SocketType.SOCK_STREAM -> streamOps;
      case SocketType.SOCK_SEQPACKET -> seqpacketOps;
      default -> dgramOps;
    };
    return new UnixSock(address, kind == SocketType.SOCK_RAW ? SocketType.SOCK_DGRAM : kind).functions(ops, callbacks);
  }

  /** {@code unix_create}: SOCK_RAW is taken for SOCK_DGRAM. */
  @Override
  public int bind(Sock sock, Endpoint endpoint) {
    if (endpoint.path().isEmpty()) {
      return -Errno.EINVAL;
    }
    return bound.bind((UnixSock) sock, endpoint.path()) ? 0 : -Errno.EADDRINUSE;
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

package org.sockmodel.runtime.scenario;

import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.SockDefaults;
import org.sockmodel.runtime.kernel.inet.FibTable;
import org.sockmodel.runtime.kernel.inet.SockAddr;
import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.sock.BusyPollOptions;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.syscall.CloneCall;
import org.sockmodel.runtime.kernel.syscall.NanosleepCall;
import org.sockmodel.runtime.kernel.syscall.ReceiveCall;
import org.sockmodel.runtime.kernel.syscall.SendCall;
import org.sockmodel.runtime.kernel.syscall.SetsockoptCall;
import org.sockmodel.runtime.kernel.syscall.ShutdownCall;
import org.sockmodel.runtime.kernel.syscall.SocketCall;
import org.sockmodel.runtime.kernel.syscall.SocketCreateCall;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.umh.CallUsermodehelper;
import org.sockmodel.runtime.kernel.umh.UsermodeHelperWork;
import org.sockmodel.runtime.kernel.umh.WorkerPool;
import org.sockmodel.runtime.kernel.unix.UnixSock;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketOption;
import org.sockmodel.runtime.workload.FileCalls;
import org.sockmodel.runtime.workload.PollingCalls;
import org.sockmodel.runtime.workload.SignalCalls;
import org.sockmodel.runtime.workload.SystemCalls;

/** The socket layer of one machine: the system calls that threads make, and the families that answer them. */
final class SystemCallLayer implements SystemCalls {

  private static final long FIRST_SOCK_ADDRESS = 0xffff888200000000L;
  private static final long SOCK_STRIDE_BYTES = 2048;
  /** {@code SOCK_MIN_SNDBUF}. */
  private static final long MIN_SNDBUF_BYTES = 4608;
  /** {@code SOCK_MIN_RCVBUF}. */
  private static final long MIN_RCVBUF_BYTES = 2304;

  private static final long NS_PER_USEC = 1000;

  private final Map<Integer, SocketFamily> families;
  private final InetStack inet;
  private final UnixStack unix;
  private final Scheduler scheduler;
  private final SocketCreations creations;
  private final Process kernel;
  private final BusyPollOptions busyPollOptions;
  private final KernelFunction socket;
  private final KernelFunction recvfrom;
  private final KernelFunction recvmsg;
  private final KernelFunction sendto;
  private final KernelFunction shutdown;
  private final KernelFunction connect;
  private final KernelFunction accept;
  private final KernelFunction setsockopt;
  private final KernelFunction nanosleep;
  private final CloneCall clone;
  private final FileCalls files;
  private final PollingCalls polling;
  private final SignalCalls signals;
  private long socks;

  SystemCallLayer(SimulatedMachine machine, InetStack inet) {
    this.inet = inet;
    unix = new UnixStack(machine, this::accepted);
    families = Map.of(AddressFamily.AF_INET, inet, AddressFamily.AF_UNIX, unix);
    scheduler = machine.scheduler();
    Path[] paths = machine.paths();
    creations = new SocketCreations(machine.declaration());
    kernel = creations.process(List.of());
    busyPollOptions = new BusyPollOptions(machine.profile());
    socket = new SocketCreateCall(paths, scheduler, machine.names(), creations, modprobe(machine));
    recvfrom = ReceiveCall.recvfrom(paths, scheduler);
    recvmsg = ReceiveCall.recvmsg(paths, scheduler);
    sendto = SendCall.sendto(paths, scheduler);
    shutdown = new ShutdownCall(paths, scheduler);
    connect = SocketCall.connect(paths, scheduler);
    accept = SocketCall.accept(paths, scheduler);
    files = new FileLayer(machine);
    polling = new PollingLayer(machine);
    signals = new SignalLayer(machine);
    setsockopt = new SetsockoptCall(paths, scheduler, new Options());
    nanosleep = new NanosleepCall(paths, scheduler);
    Syscall cloning = machine.profile().has("clone3") ? Syscall.CLONE3 : Syscall.CLONE;
    clone = new CloneCall(cloning, paths, scheduler);
  }

  /** What runs modprobe for a task. */
  private static KernelFunction modprobe(SimulatedMachine machine) {
    Path[] paths = machine.paths();
    Scheduler scheduler = machine.scheduler();
    long pool = machine.declaration().cpus() * machine.profile().number("worker_pools_per_cpu");
    Names names = machine.names();
    UsermodeHelperWork work = new UsermodeHelperWork(paths, scheduler,
        parent -> machine.task(names.text(parent.comm()), 0, Task.ANY_CPU), names.intern("modprobe"));
    return new CallUsermodehelper(paths, scheduler, new WorkerPool(paths, scheduler,
        number -> machine.task("kworker/u" + pool + ":" + number, 0, Task.ANY_CPU), work));
  }

  @Override
  public KernelFunction recvfrom() {
    return recvfrom;
  }

  @Override
  public KernelFunction recvmsg() {
    return recvmsg;
  }

  @Override
  public KernelFunction sendto() {
    return sendto;
  }

  @Override
  public KernelFunction connect() {
    return connect;
  }

  @Override
  public KernelFunction accept() {
    return accept;
  }

  @Override
  public KernelFunction clone3() {
    return clone;
  }

  @Override
  public KernelFunction cloned() {
    return clone.child();
  }

  @Override
  public FileCalls files() {
    return files;
  }

  @Override
  public int listen(Cpu cpu, Sock sock, int backlog) {
    return families.get(sock.family()).listen(cpu, sock, creations.backlog(backlog));
  }

  @Override
  public SignalCalls signals() {
    return signals;
  }

  @Override
  public PollingCalls polling() {
    return polling;
  }

  @Override
  public KernelFunction nanosleep() {
    return nanosleep;
  }

  @Override
  public KernelFunction shutdown() {
    return shutdown;
  }

  @Override
  public KernelFunction schedule() {
    return scheduler.schedule();
  }

  @Override
  public int establish(Sock sock, int port) {
    return inet.establish(sock, port);
  }

  @Override
  public int bind(Sock sock, Endpoint endpoint) {
    return families.get(sock.family()).bind(sock, endpoint);
  }

  @Override
  public KernelFunction setsockopt() {
    return setsockopt;
  }

  /** The options of this machine's sockets. */
  private final class Options implements SetsockoptCall.Options {

    @Override
    public int set(Sock sock, SocketOption option, long value, boolean netAdmin) {
      return setOption(sock, option, value, netAdmin);
    }

    @Override
    public KernelFunction afterwards(Sock sock, SocketOption option) {
      return families.get(sock.family()).afterOption(sock, option);
    }
  }

  /** {@code sk_setsockopt}, and what the protocol makes of its own options. */
  private int setOption(Sock sock, SocketOption option, long value, boolean netAdmin) {
    int result = busyPollOptions.set(sock, option, value, netAdmin);
    if (result != 0) {
      return result;
    }
    switch (option) {
      case SO_REUSEPORT -> sock.reusesPort(value != 0);
      case SO_RCVTIMEO -> sock.rcvtimeoJiffies(value == 0 ? Sock.NO_TIMEOUT : ScheduleTimeout.jiffies(value));
      case SO_RCVLOWAT -> sock.rcvlowatBytes(value == 0 ? 1 : (int) Math.min(value, Integer.MAX_VALUE));
      case SO_SNDBUF -> sock.sndbufBytes((int) Math.max(MIN_SNDBUF_BYTES,
          Math.min(value, creations.wmemMaxBytes()) * 2));
      case SO_RCVBUF -> sock.rcvbufBytes((int) Math.max(MIN_RCVBUF_BYTES,
          Math.min(value, creations.rmemMaxBytes()) * 2));
      default -> {
      }
    }
    return families.get(sock.family()).setsockopt(sock, option, value, netAdmin);
  }

  @Override
  public Net net(String network) {
    return inet.networks().net(network);
  }

  @Override
  public Destination destination(Endpoint endpoint) {
    if (!endpoint.path().isEmpty()) {
      int address = unix.address(endpoint.path());
      return sock -> address;
    }
    if (endpoint.network().isEmpty()) {
      long loopback = SockAddr.of(FibTable.LOOPBACK_ADDRESS, endpoint.port());
      return sock -> loopback;
    }
    return sock -> inet.networks().destination(sock, endpoint.network(), endpoint.port());
  }

  @Override
  public int connectDatagram(Sock sock, long destination) {
    return inet.connectDatagram(sock, destination);
  }

  @Override
  public int socketpairErrno(Process process, int family, int type, int protocol) {
    return creations.socketpairErrno(process, family, type, protocol);
  }

  @Override
  public void connectPair(Sock first, Sock second) {
    unix.connectPair(first, second);
  }

  @Override
  public Process process(List<String> capabilities) {
    return creations.process(capabilities);
  }

  @Override
  public KernelFunction socket() {
    return socket;
  }

  @Override
  public Sock newSock(Process process, Net net, int family, int type, int protocol) {
    SocketFamily known = families.get(family);
    if (known == null) {
      return null;
    }
    return newSock(known, process, net, family, type, protocol);
  }

  /** {@code unix_create1} for a connection that a listener is to accept. */
  private UnixSock accepted(UnixSock listener) {
    return (UnixSock) newSock(unix, kernel, listener.net(), AddressFamily.AF_UNIX, listener.type(), 0);
  }

  private Sock newSock(SocketFamily known, Process process, Net net, int family, int type, int protocol) {
    Sock sock = known.create(FIRST_SOCK_ADDRESS + SOCK_STRIDE_BYTES * socks++, type, protocol);
    sock.net(net);
    SockDefaults defaults = creations.defaults(process, family, type, protocol);
    sock.rcvbufBytes(defaults.rcvbufBytes());
    sock.sndbufBytes(defaults.sndbufBytes());
    sock.rcvlowatBytes(defaults.rcvlowatBytes());
    sock.busyPollNs(defaults.busyReadUsecs() * NS_PER_USEC);
    return sock;
  }
}

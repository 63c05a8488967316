package org.sockmodel.runtime.scenario;

import java.util.Map;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.inet.PortTable;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.syscall.NanosleepCall;
import org.sockmodel.runtime.kernel.syscall.ReceiveCall;
import org.sockmodel.runtime.kernel.syscall.SendCall;
import org.sockmodel.runtime.model.AddressFamily;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Errno;
import org.sockmodel.runtime.workload.SystemCalls;

/** The socket layer of one machine: the system calls that threads make, and the families that answer them. */
final class SocketLayer implements SystemCalls {

  private static final long FIRST_SOCK_ADDRESS = 0xffff888200000000L;
  private static final long SOCK_STRIDE_BYTES = 2048;

  private final Map<Integer, SocketFamily> families;
  private final InetStack inet;
  private final Scheduler scheduler;
  private final KernelFunction recvfrom;
  private final KernelFunction recvmsg;
  private final KernelFunction read;
  private final KernelFunction sendto;
  private final KernelFunction nanosleep;
  private long socks;

  SocketLayer(SimulatedMachine machine, InetStack inet) {
    this.inet = inet;
    families = Map.of(AddressFamily.AF_INET, inet);
    scheduler = machine.scheduler();
    Path[] paths = machine.paths();
    recvfrom = ReceiveCall.recvfrom(paths, scheduler);
    recvmsg = ReceiveCall.recvmsg(paths, scheduler);
    read = ReceiveCall.read(paths, scheduler);
    sendto = new SendCall(paths, scheduler);
    nanosleep = new NanosleepCall(paths, scheduler);
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
  public KernelFunction read() {
    return read;
  }

  @Override
  public KernelFunction sendto() {
    return sendto;
  }

  @Override
  public KernelFunction nanosleep() {
    return nanosleep;
  }

  @Override
  public KernelFunction schedule() {
    return scheduler.schedule();
  }

  @Override
  public PortTable ports(Sock sock) {
    return inet.ports(sock);
  }

  @Override
  public int bind(Sock sock, Endpoint endpoint) {
    return families.get(sock.family()).bind(sock, endpoint);
  }

  @Override
  public Sock socket(int family, int type, int protocol) {
    if (socketErrno(family, type, protocol) != 0) {
      return null;
    }
    return families.get(family).create(FIRST_SOCK_ADDRESS + SOCK_STRIDE_BYTES * socks++, type, protocol);
  }

  @Override
  public int socketErrno(int family, int type, int protocol) {
    SocketFamily known = families.get(family);
    return known == null ? Errno.EAFNOSUPPORT : known.createErrno(type, protocol);
  }
}

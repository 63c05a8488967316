package org.sockmodel.runtime.scenario;

import java.util.List;
import java.util.stream.Collectors;
import org.sockmodel.runtime.kernel.families.Capability;
import org.sockmodel.runtime.kernel.families.CreationPath;
import org.sockmodel.runtime.kernel.families.CreationTrace;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.SockDefaults;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.KernelOption;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.syscall.SocketCreateCall;
import org.sockmodel.runtime.model.MachineDeclaration;

/**
 * What {@code socket(2)} answers the processes of one machine, by its kernel's families or those that its model
 * declares. Sockets are closed again at once: the simulated ones are kept elsewhere.
 */
final class SocketCreations implements SocketCreateCall.Creator {

  private final SocketLayer layer;
  private final long rmemMaxBytes;
  private final long wmemMaxBytes;
  private final long somaxconn;

  SocketCreations(MachineDeclaration machine) {
    KernelProfile kernel = KernelProfile.of(machine.kernel()).with(machine, "");
    layer = boot(kernel, machine);
    rmemMaxBytes = kernel.value(KernelOption.RMEM_MAX);
    wmemMaxBytes = kernel.value(KernelOption.WMEM_MAX);
    somaxconn = kernel.value(KernelOption.SOMAXCONN);
  }

  private static SocketLayer boot(KernelProfile kernel, MachineDeclaration machine) {
    try {
      return Families.boot(kernel);
    } catch (IllegalArgumentException e) {
      throw new ScenarioException(machine.line(), "the families of " + machine.name() + ": " + e.getMessage());
    }
  }

  /** {@code net.core.rmem_max}: what SO_RCVBUF may ask for. */
  long rmemMaxBytes() {
    return rmemMaxBytes;
  }

  /** {@code net.core.wmem_max}. */
  long wmemMaxBytes() {
    return wmemMaxBytes;
  }

  /** {@code __sys_listen}: how many connections may wait where a program asks for so many. */
  int backlog(int asked) {
    return (int) Math.min(Integer.toUnsignedLong(asked), somaxconn);
  }

  /** A process of an ordinary user that has been given some capabilities. */
  Process process(List<String> capabilities) {
    Credentials user = Credentials.USER;
    return new Process(layer, new Credentials(user.uid(), user.egid(), user.groups(),
        capabilities.stream().map(Capability::named).collect(Collectors.toSet())));
  }

  @Override
  public int create(Process process, int family, int type, int protocol, CreationPath path) {
    layer.trace(path);
    int fd;
    try {
      fd = process.socket(family, type, protocol);
    } finally {
      layer.trace(CreationTrace.NONE);
    }
    if (fd < 0) {
      return fd;
    }
    process.close(fd);
    return 0;
  }

  /** What {@code sock_init_data} and the protocol give a new socket of a kind that {@code socket(2)} grants. */
  SockDefaults defaults(Process process, int family, int type, int protocol) {
    int fd = process.socket(family, type, protocol);
    SockDefaults defaults = process.socket(fd).defaults();
    process.close(fd);
    return defaults;
  }

  /** The errno that {@code socketpair(2)} ends with; 0 if it succeeds. */
  int socketpairErrno(Process process, int family, int type, int protocol) {
    int result = process.socketpair(family, type, protocol);
    if (result < 0) {
      return -result;
    }
    process.close(process.pair(0));
    process.close(process.pair(1));
    return 0;
  }
}

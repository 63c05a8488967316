package org.sockmodel.runtime.kernel.families.query;

import org.sockmodel.runtime.kernel.families.CreationTrace;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;

/**
 * What {@code socket()} answers a program on a kernel. Each call closes the socket again, so that calls do not
 * influence each other, but for the modules they load. Allocates nothing unless asked to explain.
 */
public final class SocketQuery {

  private final SocketLayer layer;
  private final Process process;
  private final String caller;

  /**
   * @throws IllegalArgumentException if the profile contradicts itself
   */
  public SocketQuery(KernelProfile profile, Credentials credentials) {
    layer = Families.boot(profile);
    process = new Process(layer, credentials);
    caller = credentials.uid() == 0 ? "root" : "user";
  }

  /** 0, or the errno as a positive number. */
  public int errno(int domain, int type, int protocol) {
    int fd = process.socket(domain, type, protocol);
    if (fd < 0) {
      return -fd;
    }
    process.close(fd);
    return 0;
  }

  /** The answer, what decided it, and the way there: functions and checks with the declarations they rest on. */
  public String explain(int domain, int type, int protocol) {
    ExplainTrace trace = new ExplainTrace(layer.profile());
    layer.trace(trace);
    int fd;
    try {
      fd = process.socket(domain, type, protocol);
    } finally {
      layer.trace(CreationTrace.NONE);
    }
    if (fd >= 0) {
      process.close(fd);
    }
    return call(domain, type, protocol) + " on " + layer.profile().name() + " as " + caller + ": "
        + SocketNames.errno(Math.max(0, -fd)) + "\n" + trace.text(Math.min(fd, 0));
  }

  /** The call as a program writes it, such as {@code socket(AF_INET, SOCK_STREAM, 0)}. */
  public String call(int domain, int type, int protocol) {
    return "socket(" + layer.profile().familyName(domain) + ", " + SocketNames.type(type) + ", "
        + SocketNames.protocol(domain, protocol) + ")";
  }

  /** The kernel that answers. */
  public SocketLayer layer() {
    return layer;
  }
}

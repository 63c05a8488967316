package org.sockmodel.runtime.analysis.receive;

import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.state.TaskState;

/** Leaves out messages that came to another port than the filter asks for, or to one that the trace does not show. */
final class AskedPort {

  private final Filter filter;
  private LocalPorts ports = LocalPorts.UNKNOWN;
  private long others;
  private long unknown;

  AskedPort(Filter filter) {
    this.filter = filter;
  }

  void ask(LocalPorts newPorts) {
    ports = newPorts;
  }

  /** Whether the message that a reader gets counts. */
  boolean accepts(Reader reader, TaskState task) {
    if (filter.port() == Filter.ANY) {
      return true;
    }
    int asked = ports.port(task.tid(), task.callFd());
    int port = asked < 0 ? reader.port : asked;
    boolean accepts = filter.acceptsPort(port);
    unknown += port < 0 ? 1 : 0;
    others += accepts ? 0 : 1;
    return accepts;
  }

  long others() {
    return others;
  }

  long unknown() {
    return unknown;
  }
}

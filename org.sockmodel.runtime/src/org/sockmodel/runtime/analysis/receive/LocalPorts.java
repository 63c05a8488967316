package org.sockmodel.runtime.analysis.receive;

/** Who knows what no event shows: the ports of sockets, as {@code ss -p} lists them. */
@FunctionalInterface
public interface LocalPorts {

  /** Nobody knows. */
  LocalPorts UNKNOWN = (tid, fd) -> -1;

  /** The port of the socket behind a task's descriptor at this moment; -1 if it has none or it is not known. */
  int port(int tid, int fd);
}

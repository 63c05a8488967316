package org.sockmodel.runtime.analysis.path;

/** What a packet's way through this machine began with, as far as the trace shows it. */
public enum Origin {
  /** A device's interrupt. */
  HARDIRQ("device interrupt"),
  /** A sender on this machine: loopback, veth, or what a program writes to a tun device. */
  SENDER("sender on this machine"),
  /** Another CPU, which handed the packet over by an inter-processor interrupt. */
  IPI("inter-processor interrupt"),
  /** The poll before it, which had used up its budget: no interrupt was needed. */
  POLLING("continued polling"),
  /** A system call that polled the card for its reader. */
  BUSY_POLLING("busy polling"),
  /** A socket that was written to directly: AF_UNIX, data processed by the socket's owner, what AF_PACKET sees sent. */
  DIRECT("no softirq"),
  /** The trace does not show it. */
  UNKNOWN("unknown");

  private final String label;

  Origin(String label) {
    this.label = label;
  }

  /** In words, for reports. */
  public String label() {
    return label;
  }
}

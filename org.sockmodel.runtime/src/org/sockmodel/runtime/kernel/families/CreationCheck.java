package org.sockmodel.runtime.kernel.families;

/** The checks that decide about a creation, in the order in which the kernel comes to them. */
public enum CreationCheck {
  TYPE_FLAGS(Subject.TYPE, "the type carries no flags but SOCK_NONBLOCK and SOCK_CLOEXEC"),
  DESCRIPTOR(Subject.NUMBER, "the process has a free descriptor"),
  PUT_USER(Subject.NUMBER, "the descriptor can be stored at the caller's address"),
  FAMILY_RANGE(Subject.FAMILY, "the family is in 0..NPROTO-1"),
  TYPE_RANGE(Subject.TYPE, "the type is below SOCK_MAX (11)"),
  INET_SOCK_PACKET(Subject.TYPE, "(AF_INET, SOCK_PACKET) means AF_PACKET"),
  SECURITY_CREATE(Subject.NONE, "the security modules allow it"),
  SOCK_ALLOC(Subject.NONE, "there is memory for the struct socket"),
  REQUEST_MODULE(Subject.MODULE, "a module is found and loaded"),
  FAMILY_REGISTERED(Subject.FAMILY, "the family is registered in net_families"),
  FAMILY_MODULE(Subject.FAMILY, "the family's module is not being unloaded"),
  PROTOCOL_RANGE(Subject.PROTOCOL, "the protocol is in the family's range"),
  TYPE_SUPPORTED(Subject.TYPE, "the family has the type"),
  PROTOCOL_SUPPORTED(Subject.PROTOCOL, "the family has the protocol"),
  PROTOSW_ENTRY(Subject.PROTOCOL, "the entry is for the protocol"),
  PROTOSW_LOOKUP(Subject.PROTOCOL, "the type's list has an entry for the protocol"),
  PROTOCOL_REGISTERED(Subject.PROTOCOL, "the protocol is registered"),
  PROTOCOL_TYPE(Subject.TYPE, "the protocol has the type"),
  CAPABILITY(Subject.CAPABILITY, "the task has the capability"),
  UNIX_SOCKETS(Subject.NUMBER, "there are no more AF_UNIX sockets than twice file_max"),
  SK_ALLOC(Subject.NONE, "there is memory for the struct sock"),
  PING_GROUP(Subject.NONE, "one of the task's groups is in ping_group_range"),
  MPTCP_ENABLED(Subject.NONE, "MPTCP is enabled"),
  TRANSPORT(Subject.NONE, "a transport for datagrams is registered"),
  CGROUP(Subject.NONE, "the cgroup's programs allow it"),
  OPS_MODULE(Subject.NONE, "the module of the socket's operations is not being unloaded"),
  SECURITY_POST_CREATE(Subject.NONE, "the security modules can label it"),
  SOCKETPAIR(Subject.NONE, "the family makes pairs"),
  FILE(Subject.NONE, "there is room for an open file");

  /** What the number that is checked means. */
  public enum Subject {
    /** It means nothing. */
    NONE,
    /** A descriptor, or a count. */
    NUMBER, FAMILY, TYPE, PROTOCOL,
    /** An ordinal of {@link Capability}. */
    CAPABILITY,
    /** What {@link ModuleLoader#alias} understands. */
    MODULE
  }

  private final Subject subject;
  private final String condition;

  CreationCheck(Subject subject, String condition) {
    this.subject = subject;
    this.condition = condition;
  }

  public Subject subject() {
    return subject;
  }

  /** What is true when the check is passed, as a sentence. */
  public String condition() {
    return condition;
  }

  /** Whether a failure of this check alone fails no creation: the next entry, or the look-up, decides. */
  public boolean passing() {
    return this == PROTOSW_ENTRY || this == REQUEST_MODULE || this == INET_SOCK_PACKET;
  }
}

package org.sockmodel.runtime.trace;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The system calls that the receive path is reached by, each with its entry and its exit tracepoint
 * ({@code kernel/trace/trace_syscalls.c}). Other system calls of a recorded trace get tracepoints of their own, with
 * names that begin with {@link #ENTER_PREFIX} and {@link #EXIT_PREFIX}.
 */
public enum Syscall {
  SOCKET("family", "type", "protocol"),
  BIND("fd", "umyaddr", "addrlen"),
  LISTEN("fd", "backlog"),
  ACCEPT("fd", "upeer_sockaddr", "upeer_addrlen"),
  ACCEPT4("fd", "upeer_sockaddr", "upeer_addrlen", "flags"),
  CONNECT("fd", "uservaddr", "addrlen"),
  RECVFROM("fd", "ubuf", "size", "flags", "addr", "addr_len"),
  RECVMSG("fd", "msg", "flags"),
  READ("fd", "buf", "count"),
  SENDTO("fd", "buff", "len", "flags", "addr", "addr_len"),
  SENDMSG("fd", "msg", "flags"),
  WRITE("fd", "buf", "count"),
  POLL("ufds", "nfds", "timeout_msecs"),
  SELECT("n", "inp", "outp", "exp", "tvp"),
  EPOLL_CREATE1("flags"),
  EPOLL_CTL("epfd", "op", "fd", "event"),
  EPOLL_WAIT("epfd", "events", "maxevents", "timeout"),
  SETSOCKOPT("fd", "level", "optname", "optval", "optlen"),
  FCNTL("fd", "cmd", "arg"),
  SHUTDOWN("fd", "how"),
  CLOSE("fd"),
  CLOCK_NANOSLEEP("which_clock", "flags", "rqtp", "rmtp"),
  TGKILL("tgid", "pid", "sig"),
  RT_SIGRETURN(),
  RT_SIGTIMEDWAIT("uthese", "uinfo", "uts", "sigsetsize"),
  CLONE("clone_flags", "newsp", "parent_tidptr", "child_tidptr", "tls"),
  CLONE3("uargs", "size");

  public static final String ENTER_PREFIX = "sys_enter_";
  public static final String EXIT_PREFIX = "sys_exit_";

  /** The tracepoints of system calls come after all others. */
  private static final int FIRST_ID = 50;

  /** Index of the only field of every exit tracepoint: the result, or minus the errno. */
  public static final int RET = 0;

  private final Tracepoint enter;
  private final Tracepoint exit;

  Syscall(String... arguments) {
    int id = FIRST_ID + 2 * ordinal();
    List<Field> fields = Stream.of(arguments).map(name -> new Field(name, kindOf(name))).toList();
    enter = new Tracepoint(id, "sys_enter_" + symbol(), fields);
    exit = new Tracepoint(id + 1, "sys_exit_" + symbol(), List.of(new Field("ret", Field.Kind.S64)));
  }

  /** The system call's name as in {@code man 2}. */
  public String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Tracepoint enter() {
    return enter;
  }

  public Tracepoint exit() {
    return exit;
  }

  private static Field.Kind kindOf(String argument) {
    return switch (argument) {
      case "umyaddr", "upeer_sockaddr", "upeer_addrlen", "uservaddr", "ubuf", "addr", "addr_len", "msg", "buf", "buff",
          "ufds", "inp", "outp", "exp", "tvp", "events", "event", "optval", "rqtp", "rmtp", "uthese", "uinfo",
          "uts", "newsp", "parent_tidptr", "child_tidptr", "uargs" -> Field.Kind.POINTER;
      default -> Field.Kind.S64;
    };
  }
}

package org.sockmodel.runtime.trace.ctf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.TracepointRegistry;
import org.sockmodel.runtime.trace.calls.NamelessExits;
import org.sockmodel.runtime.trace.calls.RawCalls;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.ArrayType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.IntegerType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.Member;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.StructType;
import org.sockmodel.runtime.trace.ctf.tsdl.TraceDescription;

/**
 * System calls of traces that do not have an entry and an exit event for each: perf's {@code raw_syscalls}, and LTTng
 * before 2.6, which tells entries as {@code sys_recvfrom} and all exits as {@code exit_syscall}.
 */
final class CtfCalls {

  private static final String NAMELESS_EXIT = "exit_syscall";
  private static final String ENTRY = "sys_";
  private static final String SHORT_ENTRY = "compat_sys_";

  /** The entry of a call that the tracer has no event for, with its number and all arguments. */
  private static final String NAMELESS_ENTRY = "sys_unknown";

  private final RawCalls raw;
  private final NamelessExits nameless;
  private final boolean hasRaw;
  private final boolean hasNameless;

  CtfCalls(TraceDescription trace, TracepointRegistry registry, ToIntFunction<Tracepoint> wanted) {
    raw = new RawCalls(registry, wanted);
    raw.setMachine(trace.environment("machine"));
    nameless = new NamelessExits(registry, wanted);
    Set<String> names = trace.streams().values().stream().flatMap(stream -> stream.events().values().stream())
        .map(event -> plainName(event.name())).collect(Collectors.toSet());
    hasRaw = names.contains(raw.enter().name()) || names.contains(raw.exit().name());
    hasNameless = names.contains(NAMELESS_EXIT);
  }

  /** What makes events of system calls that are told by number. */
  RawCalls raw() {
    return raw;
  }

  /** An event's name without its subsystem. */
  static String plainName(String ctfEvent) {
    return ctfEvent.substring(ctfEvent.indexOf(':') + 1);
  }

  /** The kernel's name of an event of LTTng before 2.6 that tells a system call; the same name of any other. */
  String kernelName(String ctfEvent) {
    if (!hasNameless) {
      return ctfEvent;
    }
    if (ctfEvent.equals(NAMELESS_EXIT)) {
      return raw.exit().name();
    }
    if (ctfEvent.equals(NAMELESS_ENTRY)) {
      return raw.enter().name();
    }
    return ctfEvent.startsWith(ENTRY) ? Syscall.ENTER_PREFIX + ctfEvent.substring(ENTRY.length())
        : ctfEvent.startsWith(SHORT_ENTRY) ? Syscall.ENTER_PREFIX + ctfEvent.substring(SHORT_ENTRY.length()) : ctfEvent;
  }

  /** Which fields of an event are to be decoded. */
  int fields(Tracepoint tracepoint) {
    int fields = raw.fields(tracepoint);
    return hasNameless && tracepoint == SchedSwitch.TRACEPOINT
        ? fields | Tracepoint.bits(SchedSwitch.PREV_PID, SchedSwitch.NEXT_PID) : fields;
  }

  /** What is to be done last with an event that was decoded; null if nothing. */
  Consumer<TraceEvent> last(Tracepoint tracepoint) {
    boolean enters = tracepoint.name().startsWith(Syscall.ENTER_PREFIX);
    if (hasNameless) {
      Consumer<TraceEvent> enter = tracepoint == raw.enter() ? raw::name : event -> { };
      return enters || tracepoint == raw.enter() ? enter.andThen(nameless::enter)
          : tracepoint == raw.exit() ? nameless::leave
          : tracepoint == SchedSwitch.TRACEPOINT ? nameless::switchTasks : null;
    }
    if (raw.isRaw(tracepoint)) {
      return raw::name;
    }
    return hasRaw && (enters || tracepoint.name().startsWith(Syscall.EXIT_PREFIX)) ? raw::meet : null;
  }

  /** The fields, with each of the arguments of a call that is told by number as a field of its own. */
  static StructType withArguments(StructType struct) {
    List<Member> members = new ArrayList<>();
    for (Member member : struct.members()) {
      boolean isArguments = RawCalls.isArguments(member.name().replaceFirst("^_", ""));
      if (isArguments && member.type() instanceof ArrayType array && array.length() == RawCalls.ARGUMENTS
          && array.element() instanceof IntegerType) {
        for (int i = 0; i < RawCalls.ARGUMENTS; i++) {
          members.add(new Member(RawCalls.argument(i), array.element()));
        }
      } else {
        members.add(member);
      }
    }
    return new StructType(members, struct.minAlign());
  }
}

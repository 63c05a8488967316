package org.sockmodel.runtime.trace.text;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.TracepointRegistry;
import org.sockmodel.runtime.trace.bytes.ByteTable;
import org.sockmodel.runtime.trace.bytes.Literal;
import org.sockmodel.runtime.trace.calls.RawCalls;

/**
 * Finds how the text of an event is read, by the event's name. Looking up a known name costs a hash and a comparison
 * and allocates nothing; an unknown name makes a tracepoint of this trace.
 */
public final class EventTexts {

  /**
   * Stands for what ftrace keeps among the events and is none: the stack behind an event, and that a function is left.
   */
  public static final EventText NO_EVENT = new NoEvent();

  /** A trace has so many kinds of events at most; more are a sign of damaged input. */
  private static final int MAX_UNKNOWN = 4096;

  private static final Literal ARCHITECTURE = new Literal("# arch : ");
  private static final Literal MARK = new Literal("tracing_mark_write: ");

  private final TracepointRegistry registry = new TracepointRegistry();
  private final RawCalls calls;
  private final UnknownTexts unknown = new UnknownTexts(registry);
  private final ByteTable<EventText> events = new ByteTable<>();
  private final ByteTable<EventText> syscallEnters = new ByteTable<>();
  private final ByteTable<EventText> syscallExits = new ByteTable<>();
  private final FunctionText function = new FunctionText();
  private final EventText mark;

  /** Reads those fields of each tracepoint that {@code wanted} gives, as {@link TraceSink#fields} does. */
  public EventTexts(ToIntFunction<Tracepoint> wanted) {
    calls = new RawCalls(registry, wanted);
    Map<String, TextFormat> formats = TextFormats.byName();
    formats.replaceAll((name, format) -> reading(format));
    formats.forEach(events::put);
    for (String name : new String[] {"sched_switch", "sched_wakeup", "sched_wakeup_new"}) {
      events.put(name, new SchedShortText(formats.get(name)));
    }
    events.put("function", function);
    events.put("funcgraph_entry", function);
    for (String name : new String[] {"funcgraph_exit", "kernel_stack", "user_stack"}) {
      events.put(name, NO_EVENT);
    }
    mark = formats.get("tracing_mark_write");
    for (Syscall call : Syscall.values()) {
      EventText enter = call(UnknownTexts.syscallEnter(call.enter()));
      EventText exit = call(UnknownTexts.syscallExit(call.exit()));
      syscallEnters.put(call.symbol(), enter);
      syscallExits.put(call.symbol(), exit);
      events.put(call.enter().name(), enter);
      events.put(call.exit().name(), exit);
    }
  }

  /** What makes events of system calls that are told by number. */
  RawCalls calls() {
    return calls;
  }

  /** Takes a line that is no event, of which {@code # arch : aarch64}, as perf writes it, tells the machine. */
  public void comment(byte[] bytes, int start, int end) {
    if (ARCHITECTURE.isAt(bytes, start, end)) {
      int value = start + ARCHITECTURE.length();
      calls.setMachine(new String(bytes, value, end - value, StandardCharsets.UTF_8).trim());
    }
  }

  /** How lines of the function tracer are read. */
  public EventText function() {
    return function;
  }

  /** How the event of that name is read; null if there are too many names. */
  public EventText event(byte[] bytes, int start, int end, TextCursor text) {
    EventText known = events.get(bytes, start, end - start);
    if (known != null) {
      return known;
    }
    String name = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    if (name.equals("print") && MARK.isAt(text.bytes(), text.position(), text.end())) {
      text.moveTo(text.position() + MARK.length());
      return mark;
    }
    return isFull() ? null : add(name, text);
  }

  /**
   * How the entry of a system call is read, where it is printed as {@code sys_NAME(...)}.
   *
   * @param start where the name begins, behind {@code sys_}
   */
  public EventText syscallEnter(byte[] bytes, int start, int end, TextCursor text) {
    EventText known = syscallEnters.get(bytes, start, end - start);
    if (known != null || isFull()) {
      return known;
    }
    String symbol = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    EventText added = add(Syscall.ENTER_PREFIX + symbol, text);
    syscallEnters.put(symbol, added);
    return added;
  }

  /**
   * How the exit of a system call is read, where it is printed as {@code sys_NAME -> ...}.
   *
   * @param start where the name begins, behind {@code sys_}
   */
  public EventText syscallExit(byte[] bytes, int start, int end, TextCursor text) {
    EventText known = syscallExits.get(bytes, start, end - start);
    if (known != null || isFull()) {
      return known;
    }
    String symbol = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    EventText added = add(Syscall.EXIT_PREFIX + symbol, text);
    syscallExits.put(symbol, added);
    return added;
  }

  private TextFormat reading(TextFormat format) {
    return format.reading(calls.fields(format.tracepoint()));
  }

  /** The event of a call's own tracepoint. */
  private EventText call(TextFormat format) {
    return new CallText(reading(format), reading(UnknownTexts.callFieldsByPlace(format.tracepoint())), calls);
  }

  private boolean isFull() {
    return events.size() > MAX_UNKNOWN;
  }

  private EventText add(String name, TextCursor text) {
    byte[] key = name.getBytes(StandardCharsets.UTF_8);
    EventText known = events.get(key, 0, key.length);
    if (known != null) {
      return known;
    }
    Tracepoint found = registry.find(name);
    EventText added;
    if (found != null && calls.isRaw(found)) {
      added = new RawCallText(found, calls);
    } else if (name.startsWith(Syscall.EXIT_PREFIX)) {
      added = call(found != null ? UnknownTexts.syscallExit(found)
          : unknown.syscallExit(name.substring(Syscall.EXIT_PREFIX.length())));
    } else if (name.startsWith(Syscall.ENTER_PREFIX)) {
      added = call(found != null ? UnknownTexts.syscallEnterByPlace(found)
          : unknown.syscallEnter(name.substring(Syscall.ENTER_PREFIX.length()), text.string(text.end())));
    } else {
      added = reading(unknown.event(name, text.string(text.end())));
    }
    events.put(name, added);
    return added;
  }
}

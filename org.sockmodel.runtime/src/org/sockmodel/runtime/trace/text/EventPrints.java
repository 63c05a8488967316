package org.sockmodel.runtime.trace.text;

import java.util.Arrays;
import java.util.Map;
import org.sockmodel.runtime.trace.FunctionTracepoints.Function;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.ByteOutput;
import org.sockmodel.runtime.trace.bytes.Literal;

/**
 * Prints events as tracefs does: {@code softirq_entry: vec=3 [action=NET_RX]}, {@code sys_read(fd: 0x3, ...)},
 * {@code sys_read -> 0x1}, {@code func <-parent}. What {@link EventTexts} reads again. Allocates nothing once it knows
 * the tracepoint.
 */
public final class EventPrints {

  private static final Literal CALLED_BY = new Literal(" <-");

  /** How one tracepoint is printed. */
  private record Print(Literal before, TextFormat format, Literal after) {
  }

  private final Map<String, TextFormat> formats = TextFormats.byName();
  private Print[] prints = new Print[128];

  /** Prints the event's name and fields. */
  public void print(TraceEvent event, ByteOutput out) {
    Tracepoint tracepoint = event.tracepoint();
    if (tracepoint == Function.TRACEPOINT) {
      printFunction(event, out);
      return;
    }
    int id = tracepoint.id();
    Print print = id < prints.length ? prints[id] : null;
    if (print == null) {
      print = add(tracepoint);
    }
    out.put(print.before);
    print.format.print(event, out);
    out.put(print.after);
  }

  private static void printFunction(TraceEvent event, ByteOutput out) {
    if (event.has(Function.FUNC)) {
      out.putLine(event.names().utf8(event.intValue(Function.FUNC)));
    }
    if (event.has(Function.PARENT)) {
      out.put(CALLED_BY).putLine(event.names().utf8(event.intValue(Function.PARENT)));
    }
  }

  private Print add(Tracepoint tracepoint) {
    if (tracepoint.id() >= prints.length) {
      prints = Arrays.copyOf(prints, tracepoint.id() * 2);
    }
    Print print = printOf(tracepoint);
    prints[tracepoint.id()] = print;
    return print;
  }

  private Print printOf(Tracepoint tracepoint) {
    String name = tracepoint.name();
    if (name.startsWith(Syscall.ENTER_PREFIX)) {
      String call = "sys_" + name.substring(Syscall.ENTER_PREFIX.length()) + "(";
      return new Print(new Literal(call), UnknownTexts.syscallEnter(tracepoint), new Literal(")"));
    }
    if (name.startsWith(Syscall.EXIT_PREFIX) && tracepoint.fieldIndex("ret") >= 0) {
      String call = "sys_" + name.substring(Syscall.EXIT_PREFIX.length()) + " -> ";
      return new Print(new Literal(call), UnknownTexts.syscallExit(tracepoint), new Literal(""));
    }
    TextFormat format = formats.get(name);
    return new Print(new Literal(name + ": "),
        format != null ? format : UnknownTexts.formatOf(tracepoint), new Literal(""));
  }
}

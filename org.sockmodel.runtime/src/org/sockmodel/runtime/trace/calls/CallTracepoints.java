package org.sockmodel.runtime.trace.calls;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.TracepointRegistry;

/** The tracepoints of single system calls in a trace, of which those that it has not are added when they are needed. */
final class CallTracepoints {

  static final Field RESULT = new Field("ret", Field.Kind.S64);

  private final TracepointRegistry registry;
  private final ToIntFunction<Tracepoint> wanted;

  /** Finds tracepoints in {@code registry} and asks {@code wanted} for the fields of each before it is used. */
  CallTracepoints(TracepointRegistry registry, ToIntFunction<Tracepoint> wanted) {
    this.registry = registry;
    this.wanted = wanted;
  }

  /** The entry of a call; {@code fields} are those that it gets if it is added. */
  Tracepoint enter(String symbol, Supplier<List<Field>> fields) {
    return of(Syscall.ENTER_PREFIX + symbol, fields);
  }

  Tracepoint exit(String symbol) {
    return of(Syscall.EXIT_PREFIX + symbol, () -> List.of(RESULT));
  }

  private Tracepoint of(String name, Supplier<List<Field>> fields) {
    Tracepoint found = registry.find(name);
    Tracepoint tracepoint = found != null ? found : registry.add(name, fields.get());
    wanted.applyAsInt(tracepoint);
    return tracepoint;
  }
}

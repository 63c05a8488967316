package org.sockmodel.runtime.trace.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.FunctionTracepoints.Function;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.RawFields;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.TracepointRegistry;
import org.sockmodel.runtime.trace.bytes.LongTable;
import org.sockmodel.runtime.trace.calls.RawCalls;
import org.sockmodel.runtime.trace.formats.EventFormat.RawField;

/** Compiles the formats of events to plans, when the first record of each is met. */
final class RecordCompiler {

  /** Fields that are printed as {@code %pS}: with the offset in the function. */
  private static final Set<String> PLACES = Set.of("callsite", "callback", "location");

  /** Events that say nothing that a tracepoint says. */
  private static final Set<String> PASSED_OVER =
      Set.of("kernel_stack", "user_stack", "funcgraph_exit", "context_switch", "wakeup");

  private final TracepointRegistry registry = new TracepointRegistry();
  private final RawCalls calls;
  private final boolean hasRawCalls;
  private final Names names;

  /**
   * Begins without plans.
   *
   * @param wanted which fields of an event are to be decoded
   * @param hasRawCalls whether the file may tell system calls by number
   */
  RecordCompiler(Names names, ToIntFunction<Tracepoint> wanted, boolean hasRawCalls) {
    this.names = names;
    this.hasRawCalls = hasRawCalls;
    calls = new RawCalls(registry, wanted);
  }

  /** What makes events of system calls that are told by number. */
  RawCalls calls() {
    return calls;
  }

  /** Makes the plan for one format. */
  RecordPlan compile(EventFormat format) {
    if (PASSED_OVER.contains(format.name())) {
      return RecordPlan.PASSED_OVER;
    }
    Tracepoint tracepoint = tracepoint(format);
    // Fields that nobody looks at need not be found.
    PlanSteps steps = new PlanSteps(tracepoint, Tracepoint.without(calls.fields(tracepoint)));
    for (RawField raw : format.fields()) {
      if (isReturned(tracepoint, raw)) {
        steps.add(RecordPlan.POSITIVE, raw, tracepoint.fieldIndex("length"), null);
        steps.add(RecordPlan.NEGATIVE, raw, tracepoint.fieldIndex("error"), null);
        continue;
      }
      if (calls.isRaw(tracepoint) && RawCalls.isArguments(raw.name())) {
        addArguments(raw, tracepoint, steps);
        continue;
      }
      int index = index(tracepoint, raw);
      if (index >= 0 && steps.wants(index)) {
        int operation = operation(format, raw, tracepoint.fields().get(index));
        steps.add(operation, raw, index, operation == RecordPlan.NAMED ? table(format, raw) : null);
      }
    }
    if (calls.isRaw(tracepoint)) {
      steps.addLast(RecordPlan.RAW_CALL);
    } else if (hasRawCalls && isSyscall(tracepoint.name())) {
      steps.addLast(RecordPlan.OWN_CALL);
    }
    return steps.plan();
  }

  private static void addArguments(RawField raw, Tracepoint tracepoint, PlanSteps steps) {
    for (int i = 0; i < RawCalls.ARGUMENTS; i++) {
      String name = RawCalls.argument(i);
      RawField argument = raw.element(name, i, RawCalls.ARGUMENTS);
      steps.add(argument.isNumber() ? RecordPlan.INTEGER : PlanSteps.IMPOSSIBLE, argument,
          tracepoint.fieldIndex(name), null);
    }
  }

  private static boolean isSyscall(String name) {
    return name.startsWith(Syscall.ENTER_PREFIX) || name.startsWith(Syscall.EXIT_PREFIX);
  }

  /** {@code sock_recv_length} keeps length and error in one field. */
  private static boolean isReturned(Tracepoint tracepoint, RawField raw) {
    return raw.name().equals("ret") && tracepoint.fieldIndex("ret") < 0 && tracepoint.fieldIndex("length") >= 0
        && tracepoint.fieldIndex("error") >= 0;
  }

  private static int index(Tracepoint tracepoint, RawField raw) {
    if (tracepoint == Function.TRACEPOINT && raw.name().equals("func")) {
      return Function.FUNC;
    }
    return RawFields.index(tracepoint, raw.name());
  }

  private Tracepoint tracepoint(EventFormat format) {
    if (format.name().equals("funcgraph_entry") || format.name().equals("function")) {
      return Function.TRACEPOINT;
    }
    if (format.name().equals("print")) {
      return registry.find("tracing_mark_write");
    }
    Tracepoint known = registry.find(format.name());
    return known != null ? known : registry.add(format.name(), fieldsOf(format));
  }

  private static List<Field> fieldsOf(EventFormat format) {
    boolean isSyscall = isSyscall(format.name());
    List<Field> fields = new ArrayList<>();
    for (RawField raw : format.fields()) {
      boolean isOwn = !raw.name().startsWith("common_") && !(isSyscall && raw.name().equals("__syscall_nr"));
      boolean isNew = fields.stream().noneMatch(field -> field.name().equals(raw.name()));
      if (isOwn && isNew && (raw.isText() || raw.isNumber()) && fields.size() < TraceEvent.MAX_FIELDS) {
        fields.add(new Field(raw.name(), kindOf(raw)));
      }
    }
    return fields;
  }

  private static Field.Kind kindOf(RawField raw) {
    if (raw.isText()) {
      return raw.array() && raw.size() == RecordPlan.COMM_BYTES ? Field.Kind.COMM : Field.Kind.TEXT;
    }
    if (raw.isPointer()) {
      return Field.Kind.POINTER;
    }
    if (raw.size() == 8) {
      return raw.signed() ? Field.Kind.S64 : Field.Kind.U64;
    }
    return raw.signed() ? Field.Kind.S32 : Field.Kind.U32;
  }

  /** The operation for a field; {@link PlanSteps#IMPOSSIBLE} if its value cannot be held as the tracepoint wants. */
  private static int operation(EventFormat format, RawField raw, Field field) {
    if (field.kind().isText()) {
      if (raw.isDataLocation() || raw.isRelativeLocation()) {
        return raw.isDataLocation() ? RecordPlan.DATA_LOCATION : RecordPlan.RELATIVE_LOCATION;
      }
      if (raw.isText()) {
        boolean isComm = field.kind() == Field.Kind.COMM && raw.size() == RecordPlan.COMM_BYTES;
        return isComm ? RecordPlan.COMM : RecordPlan.CHARACTERS;
      }
      if (!raw.isNumber()) {
        return PlanSteps.IMPOSSIBLE;
      }
      return raw.size() < 8 || !format.symbols(raw.name()).isEmpty() ? RecordPlan.NAMED
          : PLACES.contains(field.name()) ? RecordPlan.PLACE : RecordPlan.SYMBOL;
    }
    return raw.isNumber() ? RecordPlan.INTEGER : PlanSteps.IMPOSSIBLE;
  }

  private LongTable table(EventFormat format, RawField raw) {
    LongTable table = new LongTable();
    for (Map.Entry<Long, String> symbol : format.symbols(raw.name()).entrySet()) {
      table.put(symbol.getKey(), names.intern(symbol.getValue()));
    }
    return table;
  }
}

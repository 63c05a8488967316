package org.sockmodel.runtime.trace.ctf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.RawFields;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.TracepointRegistry;
import org.sockmodel.runtime.trace.calls.RawCalls;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.ArrayType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.EnumType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.IntegerType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.Member;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.SequenceType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.StringType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.StructType;
import org.sockmodel.runtime.trace.ctf.tsdl.TraceDescription;

/**
 * Maps the events of a CTF trace to tracepoints: by LTTng's names, by perf's ({@code irq:irq_handler_entry}, the
 * kernel's own field names), or by adding a tracepoint that only this trace has.
 */
final class CtfEventMapper {

  /** Fields that perf and the kernel put before the tracepoint's own. */
  private static final List<String> COMMON_PREFIXES = List.of("perf_", "common_");

  /**
   * What {@code perf data convert --all} tells of tasks and files, those that were there before at time 0: they are no
   * tracepoints, and a recording does not begin with them.
   */
  private static final Set<String> PERF_RECORDS =
      Set.of("perf_comm", "perf_exit", "perf_fork", "perf_mmap", "perf_mmap2");

  private static final String[] TIDS = {"_tid", "tid"};
  /** Ids within a container, of which others have the same: they serve where nothing tells the kernel's own. */
  private static final String[] TIDS_OR_INNER_ONES = {"_tid", "tid", "_vtid", "vtid"};
  private static final String[] TIDS_OF_FIELDS = {"perf_tid", "_perf_tid", "common_pid", "_common_pid"};
  private static final String[] COMMS = {"_procname", "procname"};

  private final CtfEventNames names = new CtfEventNames();
  private final TracepointRegistry registry = new TracepointRegistry();
  private final CtfCalls calls;
  private final boolean biasedPrio;
  private final boolean isPerf;
  private final String[] tids;

  CtfEventMapper(TraceDescription trace, ToIntFunction<Tracepoint> wanted) {
    calls = new CtfCalls(trace, registry, wanted);
    biasedPrio = trace.environment("tracer_name").startsWith("lttng");
    isPerf = trace.environment("tracer_name").equals("perf");
    boolean hasSwitches = trace.streams().values().stream().flatMap(stream -> stream.events().values().stream())
        .anyMatch(event -> CtfCalls.plainName(event.name()).equals(SchedSwitch.TRACEPOINT.name()));
    tids = hasSwitches ? TIDS : TIDS_OR_INNER_ONES;
  }

  /** Compiles one kind of event; the compiler's plan begins where the event's header ends. */
  CtfEventClass map(TraceDescription.StreamClass stream, TraceDescription.EventClass event, PlanCompiler compiler,
      boolean onByte) throws TraceException {
    String plainName = CtfCalls.plainName(event.name());
    StructType fields = event.fields() == null ? new StructType(List.of(), 1) : CtfCalls.withArguments(event.fields());
    Tracepoint tracepoint = tracepoint(calls.kernelName(names.kernelName(plainName)), fields);
    CtfEventNames.Mapping mapping = names.ofCtf(plainName);
    List<Integer> biased = new ArrayList<>();
    List<Integer> numbered = new ArrayList<>();
    // Fields that nobody looks at need not be found.
    boolean[] found = Tracepoint.without(calls.fields(tracepoint));
    String tidField = first(fields, TIDS_OF_FIELDS);
    compiler.begin(onByte);
    boolean tellsTask = has(tids, stream.eventContext(), event.context());
    boolean fieldTellsTask = !tellsTask && tidField != null;
    // A name says nothing without the id of the task.
    String[] comms = tellsTask || fieldTellsTask ? COMMS : new String[0];
    context("stream.event.context", stream.eventContext(), comms, compiler);
    context("event.context", event.context(), comms, compiler);
    compiler.add("event.fields", fields, Map.of(), name -> {
      if (fieldTellsTask && name.equals(tidField)) {
        return DecodePlan.TASK_TID;
      }
      int index = index(tracepoint, mapping, name);
      if (index < 0 || !isReadable(fields.member(name)) || found[index]) {
        return DecodePlan.SKIPPED;
      }
      boolean number = isNumber(fields.member(name));
      if (tracepoint.fields().get(index).kind().isText() != number) {
        found[index] = true;
        addIf(biasedPrio && CtfEventNames.isBiasedPrio(tracepoint.name(), tracepoint.fields().get(index).name()),
            index, biased);
        return index;
      }
      found[index] = number;
      addIf(number, index, numbered);
      return number ? index : DecodePlan.SKIPPED;
    });
    int[] absent = IntStream.range(0, tracepoint.fields().size()).filter(index -> !found[index]).toArray();
    return new CtfEventClass(tracepoint, compiler.end(), absent, array(biased), array(numbered),
        calls.last(tracepoint), isPerf && PERF_RECORDS.contains(event.name()));
  }

  /** What makes events of system calls that are told by number. */
  RawCalls calls() {
    return calls.raw();
  }

  private Tracepoint tracepoint(String name, StructType fields) {
    Tracepoint known = registry.find(name);
    return known != null ? known : registry.add(name, fieldsOf(fields, name));
  }

  private static List<Field> fieldsOf(StructType struct, String name) {
    List<Field> fields = new ArrayList<>();
    if (name.startsWith(Syscall.EXIT_PREFIX) && struct.member("_ret") != null) {
      return List.of(new Field("ret", Field.Kind.S64));
    }
    for (Member member : struct.members()) {
      String plain = plain(member.name());
      boolean isNew = fields.stream().noneMatch(field -> field.name().equals(plain));
      if (isReadable(member.type()) && !isCommon(member.name()) && isNew && fields.size() < TraceEvent.MAX_FIELDS) {
        fields.add(new Field(plain, kindOf(member.type())));
      }
    }
    return fields;
  }

  private static int index(Tracepoint tracepoint, CtfEventNames.Mapping mapping, String ctfField) {
    if (isCommon(ctfField)) {
      return -1;
    }
    String plain = plain(ctfField);
    String kernel = mapping == null ? plain : mapping.kernelField(plain);
    int index = RawFields.index(tracepoint, kernel);
    if (index < 0 && plain.endsWith("tid")) {
      index = tracepoint.fieldIndex(plain.substring(0, plain.length() - 3) + "pid");
    }
    return index;
  }

  private void context(String scope, StructType struct, String[] comms, PlanCompiler compiler)
      throws TraceException {
    if (struct != null) {
      String tid = first(struct, tids);
      String comm = first(struct, comms);
      compiler.add(scope, struct, Map.of(), name -> name.equals(tid) ? DecodePlan.TASK_TID
          : name.equals(comm) ? DecodePlan.TASK_COMM : DecodePlan.SKIPPED);
    }
  }

  private static boolean has(String[] candidates, StructType... structs) {
    for (StructType struct : structs) {
      if (struct != null && first(struct, candidates) != null) {
        return true;
      }
    }
    return false;
  }

  private static String first(StructType struct, String... candidates) {
    for (String candidate : candidates) {
      if (struct.member(candidate) != null) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean isCommon(String field) {
    return COMMON_PREFIXES.stream().anyMatch(plain(field)::startsWith);
  }

  /** LTTng puts one underscore before the names of fields. */
  private static String plain(String name) {
    return name.startsWith("_") && name.length() > 1 ? name.substring(1) : name;
  }

  private static boolean isNumber(CtfType type) {
    return type instanceof IntegerType || type instanceof EnumType;
  }

  private static boolean isReadable(CtfType type) {
    return isNumber(type) || type instanceof StringType
        || type instanceof ArrayType array && isCharacter(array.element())
        || type instanceof SequenceType sequence && isCharacter(sequence.element());
  }

  private static boolean isCharacter(CtfType type) {
    return type instanceof IntegerType integer && integer.text() && integer.size() == 8;
  }

  private static Field.Kind kindOf(CtfType type) {
    if (type instanceof EnumType enumeration) {
      return kindOf(enumeration.container());
    }
    if (type instanceof IntegerType integer) {
      if (integer.size() > 32) {
        return integer.base() == 16 ? Field.Kind.POINTER : integer.signed() ? Field.Kind.S64 : Field.Kind.U64;
      }
      return integer.signed() ? Field.Kind.S32 : Field.Kind.U32;
    }
    return type instanceof ArrayType array && array.length() == CtfLayout.COMM_BYTES ? Field.Kind.COMM
        : Field.Kind.TEXT;
  }

  private static void addIf(boolean condition, int index, List<Integer> list) {
    if (condition) {
      list.add(index);
    }
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}

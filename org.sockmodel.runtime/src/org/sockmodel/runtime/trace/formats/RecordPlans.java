package org.sockmodel.runtime.trace.formats;

import java.util.Map;
import java.util.function.ToIntFunction;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.NameCache;
import org.sockmodel.runtime.trace.calls.RawCalls;

/** How the records of one file are decoded, by the type number in a record: what its CPUs share. */
public final class RecordPlans {

  private static final int TYPES = 1 << 16;

  private final Map<Integer, String> formats;
  private final RecordCompiler compiler;
  private final RecordPlan[] plans = new RecordPlan[TYPES];
  private final RecordDecoder decoder;

  /**
   * Begins without plans; each is made when the first record of its type is met.
   *
   * @param wanted which fields of an event are to be decoded
   */
  public RecordPlans(TracingData data, Names names, ToIntFunction<Tracepoint> wanted) {
    formats = data.formats;
    compiler = new RecordCompiler(names, wanted, formats.values().stream().anyMatch(RecordPlans::isRawCall));
    compiler.calls().setMachine(data.machine());
    decoder = new RecordDecoder(new NameCache(names), new Kallsyms(data.kallsyms(), names), compiler.calls());
  }

  private static boolean isRawCall(String format) {
    return format.startsWith("name: sys_enter\n") || format.startsWith("name: sys_exit\n");
  }

  /** What makes events of system calls that are told by number. */
  public RawCalls calls() {
    return compiler.calls();
  }

  /** What decodes records by their plans. */
  public RecordDecoder decoder() {
    return decoder;
  }

  /** The plan for records of this type; null if no format has that number. */
  public RecordPlan plan(int type) {
    RecordPlan plan = plans[type];
    return plan != null ? plan : compile(type);
  }

  private RecordPlan compile(int type) {
    if (!formats.containsKey(type)) {
      return null;
    }
    EventFormat format = EventFormat.parse(formats.remove(type));
    plans[type] = format == null ? RecordPlan.PASSED_OVER : compiler.compile(format);
    return plans[type];
  }
}

package org.sockmodel.runtime.trace.ftrace.dat;

import java.util.Arrays;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.LongTable;
import org.sockmodel.runtime.trace.calls.RawCalls;

/** Plans by the type number in a record, and names of tasks: what the CPUs of one file share. */
final class RecordPlans {

  private static final int TYPES = 1 << 16;

  private static final int MOST_NAME_BYTES = 15;

  private final Map<Integer, String> formats;
  private final RecordCompiler compiler;
  private final RecordPlan[] plans = new RecordPlan[TYPES];
  private final LongTable tasks = new LongTable();

  RecordPlans(DatHeader header, Names names, ToIntFunction<Tracepoint> wanted) {
    formats = header.formats;
    compiler = new RecordCompiler(names, wanted, formats.values().stream().anyMatch(RecordPlans::isRawCall));
    compiler.calls().setMachine(header.machine);
    readTasks(header.commandLines, names);
  }

  private static boolean isRawCall(String format) {
    return format.startsWith("name: sys_enter\n") || format.startsWith("name: sys_exit\n");
  }

  /** What makes events of system calls that are told by number. */
  RawCalls calls() {
    return compiler.calls();
  }

  /** The plan for records of this type; null if no format has that number. */
  RecordPlan plan(int type) {
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

  /** Name id of a task. */
  int comm(int pid) {
    return tasks.get(pid, Names.EMPTY);
  }

  /** Lines of {@code PID name}; a name may hold line breaks. */
  private void readTasks(byte[] text, Names names) {
    tasks.put(0, names.intern("<idle>"));
    int at = 0;
    long task = 0;
    int nameStart = text.length;
    while (at < text.length && text[at] != 0) {
      long pid = 0;
      int start = at;
      while (at < text.length && text[at] >= '0' && text[at] <= '9' && at - start < 10) {
        pid = pid * 10 + text[at++] - '0';
      }
      int end = at;
      while (end < text.length && text[end] != '\n' && text[end] != 0) {
        end++;
      }
      if (at > start && at < end && text[at] == ' ') {
        task = pid;
        nameStart = at + 1;
      }
      if (nameStart <= end && end - nameStart <= MOST_NAME_BYTES) {
        byte[] name = Arrays.copyOfRange(text, nameStart, end);
        tasks.put(task, names.intern(name, 0, name.length));
      }
      at = end + 1;
    }
  }
}

package org.sockmodel.runtime.trace.perf;

import java.io.IOException;
import java.io.InputStream;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.bytes.Ascii;
import org.sockmodel.runtime.trace.bytes.Literal;
import org.sockmodel.runtime.trace.bytes.NameCache;
import org.sockmodel.runtime.trace.text.EventText;
import org.sockmodel.runtime.trace.text.TextCursor;
import org.sockmodel.runtime.trace.text.TextTraceReader;

/**
 * Reads the text of {@code perf script}, best with {@code --ns}. Call chains are passed over. Cost: some 200 ns a
 * line, no allocation; memory: one block of lines.
 */
public final class PerfScriptReader extends TextTraceReader {

  /** What perf tells of itself: names of tasks, mappings, forks, switches, and what was lost. */
  private static final Literal RECORD = new Literal("PERF_RECORD_");
  private static final Literal LOST = new Literal("PERF_RECORD_LOST");

  /** If more than one of so many events is earlier than the one before, and some are 0, times are differences. */
  private static final int DIFFERENCES = 8;

  private static final int MAX_DIGITS = 18;

  private final TraceEvent event = new TraceEvent(names());
  private final NameCache cache = new NameCache(names());
  private final TextCursor cursor = new TextCursor(cache);
  private final PerfLine line = new PerfLine(cache);

  /** Whether an event told more than its name. */
  private boolean tellsFields;

  /** Switches from another thread than the one that their line tells. */
  private long strange;

  /**
   * Names the input, which is closed when it has been read.
   *
   * @param in the text
   * @param name what to call it in messages
   */
  public PerfScriptReader(InputStream in, String name) {
    super(in, name, "perf");
  }

  @Override
  protected String refusal(String reason) {
    return " holds no line of a perf script" + reason;
  }

  @Override
  protected String nonsense() {
    if (statistics().events() > 0 && !tellsFields) {
      return " tells nothing of its events but their names; print it with perf script --ns"
          + " -F comm,tid,cpu,time,event,trace";
    }
    boolean toAndFro = statistics().backwardsCount() > statistics().events() / DIFFERENCES;
    return toAndFro && statistics().beginNs() == 0 ? " has times that run to and fro, as those of perf script"
        + " --deltatime, which do not tell when an event was; print it without --deltatime" : "";
  }

  /** {@code -F pid} prints the process, and perf in a container the id there, while a switch has the kernel's own. */
  @Override
  protected String doubtOfTasks() {
    return strange == 0 ? "" : strange + (strange == 1 ? " switch is" : " switches are") + " of another thread than the"
        + " line says, as with perf script -F pid or perf in a container;"
        + " print it with -F comm,tid,cpu,time,event,trace";
  }

  @Override
  protected boolean isEvent(byte[] bytes, int start, int end) {
    return line.parse(bytes, start, end);
  }

  @Override
  protected boolean isAligned(byte[] bytes, int start, int end) {
    int at = start + NAME_WIDTH;
    return at < end && bytes[at - 1] != ' ' && bytes[at] == ' ';
  }

  @Override
  protected boolean accept(byte[] bytes, int start, int end, TraceSink sink) throws IOException {
    if (start == end || bytes[start] == '#' || bytes[start] == '\t') {
      texts().comment(bytes, start, end);
      return true;
    }
    int record = RECORD.find(bytes, start, end);
    if (record >= 0) {
      if (LOST.isAt(bytes, record, end)) {
        lost(bytes, start, end, sink);
      }
      return true;
    }
    if (!line.parse(bytes, start, end)) {
      return isCallChain(bytes, start, end);
    }
    if (line.cpu() > MAX_CPU) {
      return false;
    }
    cursor.reset(bytes, line.nameEnd() + 1, end).skipBlanks();
    tellsFields |= cursor.position() < end;
    EventText text = texts().event(bytes, line.nameStart(), line.nameEnd(), cursor);
    if (text == null) {
      return false;
    }
    event.begin(text.tracepoint(), line.timeNs(), line.cpu()).task(line.tid(), line.comm());
    if (!readText(text, cursor, event)) {
      return false;
    }
    if (event.tracepoint() == SchedSwitch.TRACEPOINT && event.has(SchedSwitch.PREV_PID) && line.tid() > 0
        && event.value(SchedSwitch.PREV_PID) != line.tid()) {
      strange++;
    }
    statistics().unsortedEvent(event.cpu(), event.timeNs());
    sink.accept(event);
    return true;
  }

  /** {@code PERF_RECORD_LOST lost 5}, behind the CPU and the time; the first CPU's if there is none. */
  private void lost(byte[] bytes, int start, int end, TraceSink sink) {
    long count = Ascii.number(bytes, Ascii.skipDigitsBack(bytes, start, end, MAX_DIGITS), end);
    statistics().lost(Math.max(1, count));
    boolean isTold = line.tellsCpu(bytes, start, end) && line.cpu() <= MAX_CPU;
    sink.lost(isTold ? line.cpu() : 0, count);
  }

  /** Many blanks, then an address. */
  private static boolean isCallChain(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    int digits = at;
    while (digits < end && Character.digit(bytes[digits], 16) >= 0) {
      digits++;
    }
    return at - start >= 8 && digits - at >= 6 && (digits == end || bytes[digits] == ' ');
  }
}

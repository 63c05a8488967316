package org.sockmodel.runtime.trace.perfetto;

import java.util.List;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.Tracepoints;

/**
 * The ftrace events that Perfetto draws, as its messages: {@code FtraceEvent { timestamp 1, pid 2, EVENT n }}. Source:
 * {@code ftrace_event.proto}, {@code sched.proto}, {@code irq.proto}, {@code net.proto}.
 */
final class FtraceMessages {

  private static final int TIMESTAMP = 1;
  private static final int PID = 2;

  /** Tracepoint, number of the event, then {@code field=number}. */
  private static final String TABLE = """
      sched_switch 4 prev_comm=1 prev_pid=2 prev_prio=3 prev_state=4 next_comm=5 next_pid=6 next_prio=7
      sched_wakeup 17 comm=1 pid=2 prio=3 target_cpu=5
      sched_waking 20 comm=1 pid=2 prio=3 target_cpu=5
      sched_wakeup_new 114 comm=1 pid=2 prio=3 target_cpu=5
      sched_process_exit 238 comm=1 pid=2 prio=4
      softirq_entry 24 vec=1
      softirq_exit 25 vec=1
      softirq_raise 26 vec=1
      irq_handler_entry 36 irq=1 name=2
      irq_handler_exit 37 irq=1 ret=2
      """;

  /** One line of the table: the event's number, and for each field of the tracepoint its number or 0. */
  private record Message(int number, int[] fields) {
  }

  private final Message[] messages = new Message[Tracepoints.ALL.size()];

  FtraceMessages() {
    TABLE.lines().forEach(line -> {
      String[] words = line.split(" ");
      for (Tracepoint tracepoint : Tracepoints.ALL) {
        if (tracepoint.name().equals(words[0])) {
          messages[tracepoint.id()] = message(tracepoint, words);
        }
      }
    });
  }

  /** Whether Perfetto has a message for the event. */
  boolean has(Tracepoint tracepoint) {
    return tracepoint.id() < messages.length && messages[tracepoint.id()] != null;
  }

  /** Writes the event as a message of the given field. */
  void write(TraceEvent event, int tid, int field, ProtoBuffer out) {
    Message message = messages[event.tracepoint().id()];
    int begun = out.begin(field);
    out.number(TIMESTAMP, event.timeNs());
    out.number(PID, tid);
    int begunEvent = out.begin(message.number);
    List<Field> fields = event.tracepoint().fields();
    for (int i = 0; i < message.fields.length; i++) {
      if (message.fields[i] == 0 || !event.has(i)) {
        continue;
      }
      if (fields.get(i).kind().isText()) {
        out.text(message.fields[i], event.names().utf8(event.intValue(i)));
      } else {
        out.number(message.fields[i], event.value(i));
      }
    }
    out.end(begunEvent);
    out.end(begun);
  }

  private static Message message(Tracepoint tracepoint, String[] words) {
    int[] fields = new int[tracepoint.fields().size()];
    for (String pair : List.of(words).subList(2, words.length)) {
      int equals = pair.indexOf('=');
      fields[tracepoint.fieldIndex(pair.substring(0, equals))] = Integer.parseInt(pair.substring(equals + 1));
    }
    return new Message(Integer.parseInt(words[1]), fields);
  }
}

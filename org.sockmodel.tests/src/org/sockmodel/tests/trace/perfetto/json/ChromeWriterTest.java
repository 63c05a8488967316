package org.sockmodel.tests.trace.perfetto.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqExit;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.perfetto.json.ChromeWriter;
import org.sockmodel.tests.trace.RandomTrace;

/** What is written is parsed by an independent JSON library. */
class ChromeWriterTest {

  private final Names names = new Names();
  private final TraceEvent event = new TraceEvent(names);

  @Test
  void shouldDrawWhatRunsAndAnArrowFromTheWakeUp() throws Exception {
    assertEquals(List.of(
        "i 1/0 1.000 sched_waking {\"comm\":\"rdr\\\"0\",\"pid\":7,\"prio\":120,\"target_cpu\":1}",
        "s 1/0 1.000 wakeup 1",
        "B 1/1 2.500 rdr\"0 {\"next_comm\":\"rdr\\\"0\",\"next_pid\":7}",
        "f 1/1 2.500 wakeup 1",
        "E 1/1 2.500"), write(writer -> {
          int reader = names.intern("rdr\"0");
          event.begin(SchedWaking.TRACEPOINT, 1_000, 0).set(0, reader).set(1, 7).set(2, 120);
          writer.accept(event.set(3, 1));
          event.begin(SchedSwitch.TRACEPOINT, 2_500, 1).clear();
          writer.accept(event.set(SchedSwitch.NEXT_COMM, reader).set(SchedSwitch.NEXT_PID, 7));
        }));
  }

  @Test
  void shouldNestInterruptsAndCloseWhatIsOpen() throws Exception {
    assertEquals(List.of(
        "B 2/0 0.001 softirq NET_RX {\"vec\":3}",
        "B 2/0 0.002 irq eth0 {\"irq\":5,\"name\":\"eth0\"}",
        "E 2/0 0.003 {\"vec\":3}",
        "E 2/0 0.003"), write(writer -> {
          writer.accept(event.begin(SoftirqEntry.TRACEPOINT, 1, 0).set(0, 3));
          writer.accept(event.begin(IrqHandlerEntry.TRACEPOINT, 2, 0).set(0, 5).set(1, names.intern("eth0")));
          writer.accept(event.begin(SoftirqExit.TRACEPOINT, 3, 0).set(0, 3));
        }));
  }

  @Test
  void shouldNotPutCallsIntoOneThatNeverReturns() throws Exception {
    assertEquals(List.of("B 3/7 0.001 rt_sigreturn {}", "E 3/7 0.002", "B 3/7 0.002 close {\"fd\":3}", "E 3/7 0.002"),
        write(writer -> {
          writer.accept(event.begin(Syscall.RT_SIGRETURN.enter(), 1, 0).task(7, names.intern("a")));
          writer.accept(event.begin(Syscall.CLOSE.enter(), 2, 0).task(7, names.intern("a")).set(0, 3));
        }));
  }

  /** Viewers draw an arrow from the slice that is open on its track, and none without one. */
  @Test
  void shouldBeginAnArrowInTheInterruptThatWakes() throws Exception {
    assertEquals(List.of("B 2/0 0.001 softirq NET_RX {\"vec\":3}", "i 1/0 0.002 sched_waking {\"pid\":7}",
        "s 2/0 0.002 wakeup 1", "E 2/0 0.002"), write(writer -> {
          writer.accept(event.begin(SoftirqEntry.TRACEPOINT, 1, 0).set(0, 3));
          event.begin(SchedWaking.TRACEPOINT, 2, 0).clear();
          writer.accept(event.set(SchedWaking.PID, 7));
        }));
  }

  @Test
  void shouldNameTheTracksOfCpus() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ChromeWriter writer = new ChromeWriter(out)) {
      writer.accept(event.begin(SoftirqEntry.TRACEPOINT, 1, 3).set(0, 3));
      writer.accept(event.begin(SoftirqExit.TRACEPOINT, 2, 3).set(0, 3));
    }
    List<String> names = new ArrayList<>();
    for (JsonElement element : parse(out)) {
      JsonObject object = element.getAsJsonObject();
      if (object.get("name") != null && object.get("name").getAsString().equals("thread_name")) {
        names.add(object.get("pid") + "/" + object.get("tid") + " "
            + object.getAsJsonObject("args").get("name").getAsString());
      }
    }
    assertEquals(List.of("1/3 CPU 3", "2/3 CPU 3"), names);
  }

  @Test
  void shouldWriteSoundJsonForAnyEvents() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ChromeWriter writer = new ChromeWriter(out)) {
      new RandomTrace(4, 3).send(5_000, writer);
    }
    Map<String, Integer> depths = new HashMap<>();
    JsonArray events = parse(out);
    for (JsonElement element : events) {
      JsonObject object = element.getAsJsonObject();
      String phase = object.get("ph").getAsString();
      int change = phase.equals("B") ? 1 : phase.equals("E") ? -1 : 0;
      int depth = depths.merge(object.get("pid") + "/" + object.get("tid"), change, Integer::sum);
      assertTrue(depth >= 0, "a slice ends that did not begin");
    }
    depths.forEach((track, depth) -> assertEquals(0, depth, "open slices on " + track));
    assertTrue(events.size() > 4_000);
  }

  private interface Writing {
    void to(TraceSink writer);
  }

  private static List<String> write(Writing writing) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ChromeWriter writer = new ChromeWriter(out)) {
      writing.to(writer);
    }
    List<String> lines = new ArrayList<>();
    for (JsonElement element : parse(out)) {
      JsonObject object = element.getAsJsonObject();
      StringBuilder line = new StringBuilder(object.get("ph").getAsString());
      line.append(' ').append(object.get("pid")).append('/').append(object.get("tid")).append(' ');
      line.append(object.get("ts"));
      for (String key : List.of("name", "id", "args")) {
        JsonElement value = object.get(key);
        if (value != null) {
          line.append(' ').append(value.isJsonPrimitive() ? value.getAsString() : value.toString());
        }
      }
      if (!line.toString().startsWith("M")) {
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private static JsonArray parse(ByteArrayOutputStream out) {
    return JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject().getAsJsonArray("traceEvents");
  }
}

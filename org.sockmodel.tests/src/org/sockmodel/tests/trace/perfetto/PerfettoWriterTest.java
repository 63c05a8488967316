package org.sockmodel.tests.trace.perfetto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.UnknownFieldSet;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;
import org.sockmodel.runtime.trace.NetTracepoints.NapiPoll;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.NetTracepoints.SkbCopyDatagramIovec;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.perfetto.PerfettoWriter;
import org.sockmodel.tests.trace.RandomTrace;

/** What is written is decoded by the protocol buffers' own library. */
class PerfettoWriterTest {

  private final Names names = new Names();
  private final TraceEvent event = new TraceEvent(names);

  @TempDir
  Path scratch;

  @Test
  void shouldWriteSchedulerEventsAsFtraceBundles() throws Exception {
    List<UnknownFieldSet> packets = packets(writer -> {
      writer.accept(event.begin(SoftirqEntry.TRACEPOINT, 5, 1).task(7, names.intern("a")).set(SoftirqEntry.VEC, 3));
      event.begin(SchedSwitch.TRACEPOINT, 6, 1).task(7, names.intern("a")).clear();
      event.set(SchedSwitch.PREV_COMM, names.intern("a")).set(SchedSwitch.PREV_PID, 7);
      event.set(SchedSwitch.PREV_STATE, 1).set(SchedSwitch.NEXT_COMM, names.intern("b"));
      writer.accept(event.set(SchedSwitch.NEXT_PID, 8));
    });
    assertEquals(1, packets.size());
    UnknownFieldSet bundle = message(packets.get(0), 1);
    assertEquals(1, number(bundle, 1));
    List<UnknownFieldSet> events = messages(bundle, 2);
    assertEquals(5, number(events.get(0), 1));
    assertEquals(7, number(events.get(0), 2));
    assertEquals(3, number(message(events.get(0), 24), 1));
    UnknownFieldSet switched = message(events.get(1), 4);
    assertEquals("a", text(switched, 1));
    assertEquals(7, number(switched, 2));
    assertFalse(switched.hasField(3));
    assertEquals(1, number(switched, 4));
    assertEquals("b", text(switched, 5));
    assertEquals(8, number(switched, 6));
  }

  @Test
  void shouldWriteSystemCallsAsSlicesOfTheirThread() throws Exception {
    List<UnknownFieldSet> packets = packets(writer -> {
      writer.accept(event.begin(Syscall.CLOSE.enter(), 10, 0).task(7, names.intern("a")).set(0, 3));
      writer.accept(event.begin(Syscall.CLOSE.exit(), 20, 0).task(7, names.intern("a")).set(0, -9));
      writer.accept(event.begin(Syscall.CLOSE.exit(), 30, 0).task(7, names.intern("a")).set(0, 0));
    });
    UnknownFieldSet track = message(packets.get(0), 60);
    assertEquals("a", text(message(track, 4), 5));
    assertEquals(7, number(message(track, 4), 2));
    UnknownFieldSet begin = message(packets.get(1), 11);
    assertEquals(10, number(packets.get(1), 8));
    assertEquals(1, number(begin, 9));
    assertEquals(number(track, 1), number(begin, 11));
    assertEquals("close", text(begin, 23));
    assertEquals("fd", text(message(begin, 4), 10));
    UnknownFieldSet end = message(packets.get(2), 11);
    assertEquals(2, number(end, 9));
    assertEquals(-9, number(message(end, 4), 4));
    assertEquals(3, number(message(packets.get(4), 11), 9), "an exit without entry is an instant");
  }

  @Test
  void shouldNotPutCallsIntoOneThatNeverReturns() throws Exception {
    List<UnknownFieldSet> packets = packets(writer -> {
      writer.accept(event.begin(Syscall.RT_SIGRETURN.enter(), 10, 0).task(7, names.intern("a")));
      writer.accept(event.begin(Syscall.CLOSE.enter(), 20, 0).task(7, names.intern("a")).set(0, 3));
    });
    List<Long> types = new ArrayList<>();
    for (UnknownFieldSet packet : packets.subList(1, packets.size())) {
      types.add(number(message(packet, 11), 9));
    }
    assertEquals(List.of(1L, 2L, 1L), types);
  }

  @Test
  void shouldWriteEverythingElseAsInstants() throws Exception {
    List<UnknownFieldSet> packets = packets(writer -> {
      event.begin(NapiPoll.TRACEPOINT, 10, 2).set(NapiPoll.NAPI, -1).set(NapiPoll.DEV_NAME, names.intern("eth0"));
      writer.accept(event.set(NapiPoll.WORK, 1).set(NapiPoll.BUDGET, 64));
    });
    assertEquals("CPU 2 events", text(message(packets.get(0), 60), 2));
    UnknownFieldSet instant = message(packets.get(1), 11);
    assertEquals("napi_poll", text(instant, 23));
    assertEquals(4, messages(instant, 4).size());
    assertEquals("eth0", text(messages(instant, 4).get(1), 6));
  }

  /** Perfetto passes over track events until a packet says that nothing before it is missing. */
  @Test
  void shouldSayThatNothingIsMissingBeforeTheFirstPacket() throws Exception {
    List<UnknownFieldSet> packets = packets(writer -> {
      writer.accept(event.begin(Syscall.CLOSE.enter(), 10, 0).task(7, names.intern("a")).set(0, 3));
      writer.accept(event.begin(SoftirqEntry.TRACEPOINT, 11, 0).set(SoftirqEntry.VEC, 3));
    });
    assertEquals(1, number(packets.get(0), 13));
    assertTrue(packets.size() == 3 && packets.stream().skip(1).noneMatch(packet -> packet.hasField(13)));
  }

  @Test
  void shouldLeadFromEachEventOfAPacketToTheNextUntilItIsFreed() throws Exception {
    List<UnknownFieldSet> packets = packets(writer -> {
      event.begin(NetifReceiveSkb.TRACEPOINT, 10, 0).clear();
      writer.accept(event.set(NetifReceiveSkb.SKBADDR, -64));
      event.begin(SkbCopyDatagramIovec.TRACEPOINT, 20, 0).clear();
      writer.accept(event.set(SkbCopyDatagramIovec.SKBADDR, -64));
      event.begin(ConsumeSkb.TRACEPOINT, 30, 0).clear();
      writer.accept(event.set(ConsumeSkb.SKBADDR, -64));
    });
    List<UnknownFieldSet> instants = List.of(message(packets.get(1), 11), message(packets.get(2), 11),
        message(packets.get(3), 11));
    assertEquals(List.of(-64L), instants.get(0).getField(47).getFixed64List());
    assertEquals(List.of(-64L), instants.get(1).getField(47).getFixed64List());
    assertEquals(List.of(-64L), instants.get(2).getField(48).getFixed64List());
    assertFalse(instants.get(2).hasField(47));
  }

  @Test
  void shouldWriteEveryEventOnce() throws Exception {
    RandomTrace random = new RandomTrace(2, 3);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PerfettoWriter writer = new PerfettoWriter(out)) {
      random.send(20_000, writer);
    }
    int events = 0;
    for (UnknownFieldSet packet : messages(UnknownFieldSet.parseFrom(out.toByteArray()), 1)) {
      assertEquals(1, number(packet, 10));
      events += packet.hasField(1) ? messages(message(packet, 1), 2).size() : isEvent(packet) ? 1 : 0;
    }
    assertEquals(20_000, events);
  }

  /** That a call ends because the next one begins is none. */
  private static boolean isEvent(UnknownFieldSet packet) throws Exception {
    return packet.hasField(11)
        && (number(message(packet, 11), 9) != 2 || message(packet, 11).hasField(4));
  }

  @Test
  void shouldMarkBundlesAfterLostEvents() throws Exception {
    List<UnknownFieldSet> packets = packets(writer -> {
      writer.accept(event.begin(SoftirqEntry.TRACEPOINT, 5, 0).set(SoftirqEntry.VEC, 3));
      writer.lost(0, 4);
      writer.accept(event.begin(SoftirqEntry.TRACEPOINT, 6, 0).set(SoftirqEntry.VEC, 3));
    });
    assertFalse(message(packets.get(0), 1).hasField(3));
    assertEquals(1, number(message(packets.get(1), 1), 3));
  }

  @Test
  void shouldLeaveNothingWhenAborted() throws Exception {
    PerfettoWriter writer = new PerfettoWriter(scratch.resolve("trace.pftrace"));
    new RandomTrace(2, 3).send(10_000, writer);
    writer.abort();
    try (var list = Files.list(scratch)) {
      assertTrue(list.findAny().isEmpty());
    }
  }

  private interface Writing {
    void to(PerfettoWriter writer) throws TraceException;
  }

  private static List<UnknownFieldSet> packets(Writing writing) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PerfettoWriter writer = new PerfettoWriter(out)) {
      writing.to(writer);
    }
    return messages(UnknownFieldSet.parseFrom(out.toByteArray()), 1);
  }

  private static List<UnknownFieldSet> messages(UnknownFieldSet set, int field) throws Exception {
    List<UnknownFieldSet> messages = new ArrayList<>();
    for (var bytes : set.getField(field).getLengthDelimitedList()) {
      messages.add(UnknownFieldSet.parseFrom(bytes));
    }
    return messages;
  }

  private static UnknownFieldSet message(UnknownFieldSet set, int field) throws Exception {
    return messages(set, field).get(0);
  }

  private static long number(UnknownFieldSet set, int field) {
    return set.getField(field).getVarintList().get(0);
  }

  private static String text(UnknownFieldSet set, int field) {
    return set.getField(field).getLengthDelimitedList().get(0).toStringUtf8();
  }
}

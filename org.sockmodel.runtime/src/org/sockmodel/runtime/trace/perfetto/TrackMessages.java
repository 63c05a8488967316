package org.sockmodel.runtime.trace.perfetto;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.LongTable;

/**
 * Everything that Perfetto does not draw from ftrace, as track events: system calls as slices on their thread's track,
 * all else as instants on their CPU's track. Tracks are described when they are first used. The events of a packet
 * make a flow by its address, which another packet may have after the kernel has freed it. Source:
 * {@code track_event.proto}, {@code track_descriptor.proto}, {@code debug_annotation.proto}.
 */
final class TrackMessages {

  private static final int TRACK_EVENT = 11;
  private static final int TRACK_DESCRIPTOR = 60;
  private static final int TYPE = 9;
  private static final int SLICE_BEGIN = 1;
  private static final int SLICE_END = 2;
  private static final int INSTANT = 3;
  private static final int TRACK_UUID = 11;
  private static final int NAME = 23;
  private static final int ANNOTATION = 4;
  private static final int FLOW = 47;
  private static final int LAST_OF_FLOW = 48;
  private static final long THREAD_TRACKS = 1L << 32;
  private static final long CPU_TRACKS = 2L << 32;
  private static final String PACKET = "skbaddr";
  private static final Set<String> ENDS_OF_PACKETS = Set.of("consume_skb", "kfree_skb");

  private final LongTable described = new LongTable();
  private final LongTable openCalls = new LongTable();
  private final PacketSink packets;

  /** Takes one packet's content, to which the common fields are to be added. */
  interface PacketSink {
    void packet(long timeNs, int field, ProtoBuffer content);
  }

  private final ProtoBuffer content = new ProtoBuffer();

  TrackMessages(PacketSink packets) {
    this.packets = packets;
  }

  void write(TraceEvent event, int tid) {
    String name = event.tracepoint().name();
    boolean onThread = tid > 0;
    if (onThread && name.startsWith(Syscall.ENTER_PREFIX)) {
      if (openCalls.get(tid, 0) > 0) {
        endCall(event, threadTrack(event, tid));
      }
      openCalls.put(tid, 1);
      slice(event, threadTrack(event, tid), SLICE_BEGIN, name.substring(Syscall.ENTER_PREFIX.length()));
    } else if (onThread && name.startsWith(Syscall.EXIT_PREFIX) && openCalls.get(tid, 0) > 0) {
      openCalls.put(tid, 0);
      slice(event, threadTrack(event, tid), SLICE_END, null);
    } else {
      slice(event, cpuTrack(event), INSTANT, name);
    }
  }

  /** Some calls never return, as {@code rt_sigreturn}: they end before the next one, which is not within them. */
  private void endCall(TraceEvent next, long track) {
    content.clear();
    content.number(TYPE, SLICE_END);
    content.number(TRACK_UUID, track);
    packets.packet(next.timeNs(), TRACK_EVENT, content);
  }

  private void slice(TraceEvent event, long track, int type, String name) {
    content.clear();
    content.number(TYPE, type);
    content.number(TRACK_UUID, track);
    if (name != null) {
      content.text(NAME, utf8(name));
    }
    List<Field> fields = event.tracepoint().fields();
    for (int i = 0; i < fields.size(); i++) {
      if (event.has(i)) {
        annotation(event, i, fields.get(i));
        if (fields.get(i).name().equals(PACKET)) {
          content.fixed(ENDS_OF_PACKETS.contains(event.tracepoint().name()) ? LAST_OF_FLOW : FLOW, event.value(i));
        }
      }
    }
    packets.packet(event.timeNs(), TRACK_EVENT, content);
  }

  /** {@code DebugAnnotation { uint_value 3, int_value 4, string_value 6, pointer_value 7, name 10 }}. */
  private void annotation(TraceEvent event, int index, Field field) {
    int begun = content.begin(ANNOTATION);
    content.text(10, utf8(field.name()));
    switch (field.kind()) {
      case TEXT, COMM -> content.text(6, event.names().utf8(event.intValue(index)));
      case POINTER -> content.number(7, event.value(index));
      case U32, U64 -> content.number(3, event.value(index));
      default -> content.number(4, event.value(index));
    }
    content.end(begun);
  }

  private long threadTrack(TraceEvent event, int tid) {
    long track = THREAD_TRACKS | tid;
    if (described.get(track, 0) == 0) {
      described.put(track, 1);
      content.clear();
      content.number(1, track);
      int thread = content.begin(4);
      content.number(1, tid);
      content.number(2, tid);
      if (event.tid() == tid) {
        content.text(5, event.names().utf8(event.comm()));
      }
      content.end(thread);
      packets.packet(event.timeNs(), TRACK_DESCRIPTOR, content);
    }
    return track;
  }

  private long cpuTrack(TraceEvent event) {
    long track = CPU_TRACKS | event.cpu();
    if (described.get(track, 0) == 0) {
      described.put(track, 1);
      content.clear();
      content.number(1, track);
      content.text(2, utf8("CPU " + event.cpu() + " events"));
      packets.packet(event.timeNs(), TRACK_DESCRIPTOR, content);
    }
    return track;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

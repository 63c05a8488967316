package org.sockmodel.runtime.trace.ctf;

import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.IntegerType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.StructType;
import org.sockmodel.runtime.trace.ctf.tsdl.TraceDescription;

/** How the packets and events of one stream class are decoded. Made once for a trace. */
final class StreamLayout {

  private static final int DENSE_IDS = 1 << 16;

  private static final Map<String, Integer> CONTEXT_SLOTS = Map.of(
      "timestamp_begin", DecodePlan.SLOT_TIMESTAMP_BEGIN, "timestamp_end", DecodePlan.SLOT_TIMESTAMP_END,
      "content_size", DecodePlan.SLOT_CONTENT_SIZE, "packet_size", DecodePlan.SLOT_PACKET_SIZE,
      "events_discarded", DecodePlan.SLOT_EVENTS_DISCARDED, "cpu_id", DecodePlan.SLOT_CPU_ID,
      "_cpu_id", DecodePlan.SLOT_CPU_ID, "packet_seq_num", DecodePlan.SLOT_PACKET_NUMBER);

  static final Map<String, Integer> HEADER_SLOTS = Map.of("magic", DecodePlan.SLOT_MAGIC,
      "stream_id", DecodePlan.SLOT_STREAM_ID, "stream_instance_id", DecodePlan.SLOT_STREAM_INSTANCE);

  private static final Map<String, Integer> EVENT_SLOTS = Map.of("id", DecodePlan.SLOT_EVENT_ID);

  private final DecodePlan packetContext;
  private final HeaderShape headerShape;
  private final DecodePlan eventHeader;
  private final CtfEventClass[] dense;
  private final Map<Long, CtfEventClass> sparse = new HashMap<>();
  private final int slots;
  private final int[] bits = new int[DecodePlan.FIRST_FREE_SLOT];

  StreamLayout(TraceDescription trace, TraceDescription.StreamClass stream, CtfEventMapper mapper)
      throws TraceException {
    PlanCompiler compiler = new PlanCompiler();
    compiler.refer(trace.packetHeader());
    compiler.refer(stream.packetContext());
    compiler.refer(stream.eventHeader());
    compiler.refer(stream.eventContext());
    stream.events().values().forEach(event -> {
      compiler.refer(event.context());
      compiler.refer(event.fields());
    });
    compiler.begin(true);
    compiler.add("trace.packet.header", trace.packetHeader(), HEADER_SLOTS, name -> DecodePlan.SKIPPED);
    compiler.add("stream.packet.context", stream.packetContext(), CONTEXT_SLOTS, name -> DecodePlan.SKIPPED);
    packetContext = compiler.end();
    headerShape = HeaderShape.of(stream.eventHeader());
    compiler.begin(packetContext.endsOnByte() && allEndOnByte(stream));
    compiler.add("stream.event.header", stream.eventHeader(), EVENT_SLOTS, name -> DecodePlan.SKIPPED);
    eventHeader = compiler.end();
    dense = new CtfEventClass[(int) denseSize(stream)];
    for (TraceDescription.EventClass event : stream.events().values()) {
      CtfEventClass compiled = compile(stream, event, compiler, mapper);
      if (event.id() >= 0 && event.id() < dense.length) {
        dense[(int) event.id()] = compiled;
      } else {
        sparse.put(event.id(), compiled);
      }
    }
    slots = compiler.slots();
    if (stream.packetContext() != null) {
      CONTEXT_SLOTS.forEach((name, slot) -> bits[slot] = Math.max(bits[slot], bits(stream.packetContext(), name)));
    }
  }

  private static int bits(StructType context, String name) {
    CtfType type = context.member(name);
    return type == null ? 0 : type instanceof IntegerType number ? number.size() : Long.SIZE;
  }

  private CtfEventClass compile(TraceDescription.StreamClass stream, TraceDescription.EventClass event,
      PlanCompiler compiler, CtfEventMapper mapper) throws TraceException {
    try {
      return mapper.map(stream, event, compiler, headerShape != HeaderShape.OTHER || eventHeader.endsOnByte());
    } catch (TraceException e) {
      throw new TraceException("event " + event.name() + ": " + e.getMessage(), e);
    }
  }

  private static boolean allEndOnByte(TraceDescription.StreamClass stream) {
    StructType header = stream.eventHeader();
    return header != null && header.align() >= 8;
  }

  private static long denseSize(TraceDescription.StreamClass stream) {
    long size = 0;
    for (long id : stream.events().keySet()) {
      size = id >= 0 && id < DENSE_IDS ? Math.max(size, id + 1) : size;
    }
    return size;
  }

  /** Packet header and packet context as one plan. */
  DecodePlan packetContext() {
    return packetContext;
  }

  /** Whether packets tell the value of this slot. */
  boolean tells(int slot) {
    return bits[slot] > 0;
  }

  /** How many bits of it they tell, 1 to 64; 0 if none. */
  int bits(int slot) {
    return bits[slot];
  }

  HeaderShape headerShape() {
    return headerShape;
  }

  DecodePlan eventHeader() {
    return eventHeader;
  }

  /** The kind of event, or null. */
  CtfEventClass event(long id) {
    if (id >= 0 && id < dense.length) {
      return dense[(int) id];
    }
    return sparse.get(id);
  }

  int slots() {
    return slots;
  }
}

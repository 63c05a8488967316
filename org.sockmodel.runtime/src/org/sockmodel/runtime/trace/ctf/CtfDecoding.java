package org.sockmodel.runtime.trace.ctf;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.NameCache;
import org.sockmodel.runtime.trace.calls.RawCalls;
import org.sockmodel.runtime.trace.ctf.tsdl.TraceDescription;

/** What all streams of one trace share: layouts by stream id, the clock and the texts. */
final class CtfDecoding {

  private final TraceDescription trace;
  private final NameCache names;
  private final RawCalls calls;
  private final DecodePlan packetHeader;
  private final boolean hasMagic;
  private final boolean hasStreamId;
  private final boolean hasInstance;
  private final boolean tellsEnds;
  private final Map<Long, StreamLayout> layouts = new HashMap<>();

  CtfDecoding(TraceDescription trace, Names names, ToIntFunction<Tracepoint> wanted) throws TraceException {
    this.names = new NameCache(names);
    this.trace = trace;
    CtfEventMapper mapper = new CtfEventMapper(trace, wanted);
    calls = mapper.calls();
    try {
      PlanCompiler compiler = new PlanCompiler();
      compiler.refer(trace.packetHeader());
      compiler.begin(true);
      compiler.add("trace.packet.header", trace.packetHeader(), StreamLayout.HEADER_SLOTS,
          name -> DecodePlan.SKIPPED);
      packetHeader = compiler.end();
      for (Map.Entry<Long, TraceDescription.StreamClass> stream : trace.streams().entrySet()) {
        layouts.put(stream.getKey(), new StreamLayout(trace, stream.getValue(), mapper));
      }
    } catch (IllegalStateException e) {
      throw new TraceException("a structure is too large", e);
    }
    hasMagic = hasHeader("magic");
    tellsEnds = PacketEnds.areTold(trace);
    hasStreamId = hasHeader("stream_id");
    hasInstance = hasHeader("stream_instance_id");
  }

  private boolean hasHeader(String member) {
    return trace.packetHeader() != null && trace.packetHeader().member(member) != null;
  }

  /** Whether packets tell which of the streams of one class they are of. */
  boolean hasInstance() {
    return hasInstance;
  }

  /** What makes events of system calls that are told by number. */
  RawCalls calls() {
    return calls;
  }

  NameCache names() {
    return names;
  }

  DecodePlan packetHeader() {
    return packetHeader;
  }

  /** Whether no event is later than its packet says that the last one is, unless it is damaged. */
  boolean tellsEnds() {
    return tellsEnds;
  }

  boolean hasMagic() {
    return hasMagic;
  }

  /** The layout of a stream, or null. A trace whose packets name no stream has only one. */
  StreamLayout layout(long streamId) {
    if (!hasStreamId) {
      return layouts.size() == 1 ? layouts.values().iterator().next() : layouts.get(0L);
    }
    return layouts.get(streamId);
  }

  int slots() {
    int slots = DecodePlan.FIRST_FREE_SLOT;
    for (StreamLayout layout : layouts.values()) {
      slots = Math.max(slots, layout.slots());
    }
    return slots;
  }

  long nanoseconds(long ticks) {
    return trace.clock().nanoseconds(ticks);
  }
}

package org.sockmodel.runtime.trace.ctf.tsdl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.trace.TraceOrigin;

/** What the metadata of a trace says. */
public final class TraceDescription {

  /** A kind of stream; its parts are null where the metadata has none. */
  public static final class StreamClass {
    CtfType.StructType packetContext;
    CtfType.StructType eventHeader;
    CtfType.StructType eventContext;
    final Map<Long, EventClass> events = new LinkedHashMap<>();

    public CtfType.StructType packetContext() {
      return packetContext;
    }

    public CtfType.StructType eventHeader() {
      return eventHeader;
    }

    public CtfType.StructType eventContext() {
      return eventContext;
    }

    public Map<Long, EventClass> events() {
      return events;
    }
  }

  /**
   * A kind of event.
   *
   * @param context null if the metadata has none
   * @param fields null if the metadata has none
   */
  public record EventClass(long id, String name, CtfType.StructType context, CtfType.StructType fields) {
  }

  private static final long NS_PER_SECOND = 1_000_000_000L;

  CtfType.StructType packetHeader;
  long clockFrequencyHz = NS_PER_SECOND;
  long clockOffsetSeconds;
  long clockOffsetTicks;
  final Map<String, String> environment = new HashMap<>();
  final Map<Long, StreamClass> streams = new LinkedHashMap<>();
  final List<String> clocks = new ArrayList<>();

  TraceDescription() {
  }

  /** The header of every packet, or null. */
  public CtfType.StructType packetHeader() {
    return packetHeader;
  }

  /** A time of the clock, or a distance, in nanoseconds. */
  public long nanoseconds(long ticks) {
    if (clockFrequencyHz == NS_PER_SECOND) {
      return ticks;
    }
    return ticks / clockFrequencyHz * NS_PER_SECOND + ticks % clockFrequencyHz * NS_PER_SECOND / clockFrequencyHz;
  }

  /** The machine that recorded the trace. */
  public TraceOrigin origin() {
    return new TraceOrigin(environment("hostname"), environment("kernel_release"), environment("kernel_version"),
        clockOffsetSeconds * NS_PER_SECOND + nanoseconds(clockOffsetTicks));
  }

  /** An entry of the environment, or the empty text. */
  public String environment(String key) {
    return environment.getOrDefault(key, "");
  }

  public Map<Long, StreamClass> streams() {
    return streams;
  }
}

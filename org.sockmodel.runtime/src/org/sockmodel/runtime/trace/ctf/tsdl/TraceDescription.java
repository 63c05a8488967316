package org.sockmodel.runtime.trace.ctf.tsdl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  CtfType.StructType packetHeader;
  long clockFrequencyHz = 1_000_000_000L;
  final Map<String, String> environment = new HashMap<>();
  final Map<Long, StreamClass> streams = new LinkedHashMap<>();
  final List<String> clocks = new ArrayList<>();

  TraceDescription() {
  }

  /** The header of every packet, or null. */
  public CtfType.StructType packetHeader() {
    return packetHeader;
  }

  /** Ticks of the clock in one second. */
  public long clockFrequencyHz() {
    return clockFrequencyHz;
  }

  /** An entry of the environment, or the empty text. */
  public String environment(String key) {
    return environment.getOrDefault(key, "");
  }

  public Map<Long, StreamClass> streams() {
    return streams;
  }
}

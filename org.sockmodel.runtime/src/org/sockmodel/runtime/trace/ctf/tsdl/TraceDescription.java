package org.sockmodel.runtime.trace.ctf.tsdl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sockmodel.runtime.trace.TraceException;
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

  /** A clock; it was 0 at the offset from the epoch. */
  record Clock(String name, long frequencyHz, long offsetSeconds, long offsetTicks) {

    boolean isLike(Clock other) {
      return frequencyHz == other.frequencyHz && offsetSeconds == other.offsetSeconds
          && offsetTicks == other.offsetTicks;
    }
  }

  private static final long NS_PER_SECOND = 1_000_000_000L;

  CtfType.StructType packetHeader;
  long clockFrequencyHz = NS_PER_SECOND;
  long clockOffsetSeconds;
  long clockOffsetTicks;
  final Map<String, String> environment = new HashMap<>();
  final Map<Long, StreamClass> streams = new LinkedHashMap<>();
  final List<Clock> clocks = new ArrayList<>();

  TraceDescription() {
  }

  /** The header of every packet, or null. */
  public CtfType.StructType packetHeader() {
    return packetHeader;
  }

  /** Takes the clock of the events' times; the first one if none is named. */
  void chooseClock() throws TraceException {
    Set<String> names = new LinkedHashSet<>();
    for (StreamClass stream : streams.values()) {
      addClocks(stream.eventHeader, names);
    }
    Clock chosen = null;
    for (Clock clock : clocks) {
      if (chosen == null && (names.isEmpty() || names.contains(clock.name))) {
        chosen = clock;
      } else if (names.contains(clock.name) && !clock.isLike(chosen)) {
        throw new TraceException("its events have times of two clocks, " + chosen.name + " and " + clock.name
            + ", which have no common order");
      }
    }
    chosen = chosen == null && !clocks.isEmpty() ? clocks.get(0) : chosen;
    if (chosen != null) {
      clockFrequencyHz = chosen.frequencyHz;
      clockOffsetSeconds = chosen.offsetSeconds;
      clockOffsetTicks = chosen.offsetTicks;
    }
  }

  private static void addClocks(CtfType type, Set<String> names) {
    if (type instanceof CtfType.IntegerType integer && integer.isTime()) {
      names.add(integer.clock());
    } else if (type instanceof CtfType.StructType struct) {
      struct.members().forEach(member -> addClocks(member.type(), names));
    } else if (type instanceof CtfType.VariantType variant) {
      variant.options().forEach(option -> addClocks(option.type(), names));
    }
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

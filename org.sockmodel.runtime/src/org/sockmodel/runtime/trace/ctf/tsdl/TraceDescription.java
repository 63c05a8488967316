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

  CtfType.StructType packetHeader;
  final Map<String, String> environment = new HashMap<>();
  final Map<Long, StreamClass> streams = new LinkedHashMap<>();
  final List<Clock> clocks = new ArrayList<>();
  private Clock clock = Clock.NANOSECONDS;

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
    for (Clock candidate : clocks) {
      if (chosen == null && (names.isEmpty() || names.contains(candidate.name()))) {
        chosen = candidate;
      } else if (names.contains(candidate.name()) && !candidate.isLike(chosen)) {
        throw new TraceException("its events have times of two clocks, " + chosen.name() + " and " + candidate.name()
            + ", which have no common order");
      }
    }
    if (chosen != null) {
      clock = chosen;
    } else if (!clocks.isEmpty()) {
      clock = clocks.get(0);
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

  /** The clock of the events' times. */
  public Clock clock() {
    return clock;
  }

  /** The machine that recorded the trace. */
  public TraceOrigin origin() {
    return new TraceOrigin(environment("hostname"), environment("kernel_release"), environment("kernel_version"),
        clock.zeroNs());
  }

  /** An entry of the environment, or the empty text. */
  public String environment(String key) {
    return environment.getOrDefault(key, "");
  }

  public Map<Long, StreamClass> streams() {
    return streams;
  }
}

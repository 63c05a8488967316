package org.sockmodel.runtime.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tracepoints of one trace: the known ones first ({@link Tracepoints}), then those that only this trace has.
 */
public final class TracepointRegistry {

  private final List<Tracepoint> byId = new ArrayList<>(Tracepoints.ALL);
  private final Map<String, Tracepoint> byName = new HashMap<>();

  public TracepointRegistry() {
    byId.forEach(tracepoint -> byName.put(tracepoint.name(), tracepoint));
  }

  /** The tracepoint of that name, or null. */
  public Tracepoint find(String name) {
    return byName.get(name);
  }

  /** Adds a tracepoint that only this trace has; the name must be new. */
  public Tracepoint add(String name, List<Field> fields) {
    Tracepoint added = new Tracepoint(byId.size(), name, fields);
    if (byName.putIfAbsent(name, added) != null) {
      throw new IllegalArgumentException("tracepoint " + name + " exists");
    }
    byId.add(added);
    return added;
  }

  /** All tracepoints; the index is the id. */
  public List<Tracepoint> all() {
    return byId;
  }
}

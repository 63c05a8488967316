package org.sockmodel.runtime.trace.ctf;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.sockmodel.runtime.trace.TraceOrigin;

/**
 * What a CTF trace says of itself.
 *
 * @param origin the machine that recorded it
 * @param taskContext whether every event tells the current task ({@code tid} and {@code procname}), which costs 20
 *     bytes an event; without it a reader knows the current task only after the CPU's first {@code sched_switch}
 */
public record CtfEnvironment(TraceOrigin origin, boolean taskContext) {

  /** An environment whose events do not tell the current task, as LTTng records by default. */
  public static CtfEnvironment of(String hostname, String kernelRelease) {
    return new CtfEnvironment(new TraceOrigin(hostname, kernelRelease, "", 0), false);
  }

  /** The same environment, with the current task in every event. */
  public CtfEnvironment withTaskContext() {
    return new CtfEnvironment(origin, true);
  }

  /** The trace's identifier: a function of these texts alone, so that the same run writes the same bytes. */
  UUID uuid() {
    return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8));
  }
}

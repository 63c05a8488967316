package org.sockmodel.runtime.trace;

/**
 * The machine that a trace was recorded on, as far as the trace tells.
 *
 * @param hostname the machine's name; empty if it is not known
 * @param kernelRelease as of {@code uname -r}
 * @param kernelVersion as of {@code uname -v}
 * @param clockOffsetNs nanoseconds from the epoch to the clock's zero; 0 if that is not known
 */
public record TraceOrigin(String hostname, String kernelRelease, String kernelVersion, long clockOffsetNs) {

  /** Nothing is known. */
  public static final TraceOrigin UNKNOWN = new TraceOrigin("", "", "", 0);
}

package org.sockmodel.runtime.analysis.conform;

/**
 * A step and where it stands in its trace.
 *
 * @param text what is compared: the tracepoint and the fields that must agree
 * @param call the system call it belongs to, such as {@code recvfrom 2}
 */
public record PlacedStep(String text, long timeNs, int cpu, String call) {
}

package org.sockmodel.runtime.analysis.latency;

/**
 * How much of the time of slow messages, since their socket was told, the CPU of their reader ran tasks of one name.
 *
 * @param name the tasks' name; {@code idle} if it ran none, {@code reader} if it was the reader itself
 * @param tid the only thread of this name that ran; 0 for several, or for the idle one
 * @param threads how many threads of this name ran, at least 1
 * @param share its share of these messages' latency, 0 to 1
 */
public record TaskShare(String name, int tid, int threads, double share) {
}

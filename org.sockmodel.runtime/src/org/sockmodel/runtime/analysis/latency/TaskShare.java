package org.sockmodel.runtime.analysis.latency;

/**
 * How much of the time of slow messages, since their socket was told, the CPU of their reader ran a task.
 *
 * @param name the task's name; {@code idle} if it ran none, {@code reader} if it was the reader itself
 * @param share its share of these messages' latency, 0 to 1
 */
public record TaskShare(String name, double share) {
}

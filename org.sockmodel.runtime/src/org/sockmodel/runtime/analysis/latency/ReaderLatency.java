package org.sockmodel.runtime.analysis.latency;

/**
 * How long messages took to the readers of one name.
 *
 * @param messages how many of their messages have a way that the trace shows
 * @param p50Ns the median, to some 3 %
 * @param p99Ns the 99th percentile, to some 3 %
 */
public record ReaderLatency(String name, long messages, long p50Ns, long p99Ns) {
}

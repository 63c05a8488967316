/**
 * Counting without allocation: distributions of durations, counts by key, and their immutable snapshots for reports.
 * Knows nothing of traces.
 */
package org.sockmodel.runtime.analysis.distribution;

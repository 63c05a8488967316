package org.sockmodel.runtime.analysis.latency;

import org.sockmodel.runtime.analysis.receive.Stage;

/**
 * What a stage takes of some messages.
 *
 * @param meanNs what it takes of an average one; messages without it count as 0
 * @param share which share of a message it takes, the mean of all, so that no long message outweighs the others
 */
public record StageShare(Stage stage, double meanNs, double share) {
}

package org.sockmodel.runtime.analysis.latency;

import org.sockmodel.runtime.analysis.receive.Stage;

/** What a stage takes of an average message of some: {@code meanNs} counts messages without it as 0. */
public record StageShare(Stage stage, double meanNs) {
}

package org.sockmodel.runtime.analysis.receive;

import org.sockmodel.runtime.analysis.distribution.Distribution;

/** How long a stage took. */
public record StageTime(Stage stage, Distribution time) {
}

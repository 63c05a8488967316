package org.sockmodel.runtime.analysis.conform;

import java.util.List;
import org.sockmodel.runtime.analysis.conform.rule.Lane;

/** How the steps of one thread in one kind of context agree. */
public record SequenceResult(String thread, Lane lane, Agreement agreement, List<Difference> differences) {
}

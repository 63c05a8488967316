package org.sockmodel.dsl.ui.references;

import org.eclipse.search.ui.text.Match;

/** A reference in its line. */
final class ReferenceMatch extends Match {

  ReferenceMatch(ReferenceLine line, int offset, int length) {
    super(line, offset, length);
  }

  ReferenceLine line() {
    return (ReferenceLine) getElement();
  }
}

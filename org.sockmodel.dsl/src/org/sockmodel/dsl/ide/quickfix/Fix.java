package org.sockmodel.dsl.ide.quickfix;

import java.util.List;
import org.eclipse.lsp4j.TextEdit;

/** A way to mend problems of one kind. */
@FunctionalInterface
interface Fix {

  /** What can be done about a problem, the best first; none if this way does not mend it. */
  List<Proposal> of(Problem problem);

  /**
   * One thing to do.
   *
   * @param title what it does, as the editor shows it
   */
  record Proposal(String title, List<TextEdit> edits) {

    static Proposal of(String title, TextEdit... edits) {
      return new Proposal(title, List.of(edits));
    }
  }
}

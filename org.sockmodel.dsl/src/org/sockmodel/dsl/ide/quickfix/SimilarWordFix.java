package org.sockmodel.dsl.ide.quickfix;

import java.util.List;

/** Puts the word in that was probably meant. */
final class SimilarWordFix implements Fix {

  @Override
  public List<Proposal> of(Problem problem) {
    return problem.data().stream()
        .map(word -> Proposal.of("Write '" + word + "'", problem.replace(word)))
        .toList();
  }
}

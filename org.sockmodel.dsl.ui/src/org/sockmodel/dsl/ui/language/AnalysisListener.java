package org.sockmodel.dsl.ui.language;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.xtext.validation.Issue;

/** Is told what the language found in a text. */
public interface AnalysisListener {

  /**
   * A text has been read and checked; what is asked about it from now on is answered from that. Called on a thread of
   * the language, which waits meanwhile.
   *
   * @param file where the text is saved, although it may be newer than what is saved there
   * @param issues its problems
   */
  void analysed(Path file, List<Issue> issues);
}

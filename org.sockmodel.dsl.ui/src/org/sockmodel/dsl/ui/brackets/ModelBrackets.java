package org.sockmodel.dsl.ui.brackets;

import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Shows which bracket belongs to the one at the cursor. */
public final class ModelBrackets extends DefaultCharacterPairMatcher {

  private static final char[] PAIRS = {'{', '}', '(', ')', '[', ']'};

  /** Made by the platform, one for each editor. */
  public ModelBrackets() {
    super(PAIRS);
  }
}

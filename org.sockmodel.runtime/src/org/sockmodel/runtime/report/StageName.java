package org.sockmodel.runtime.report;

import org.sockmodel.runtime.analysis.receive.Stage;

/** Stages as people read them, from one point to another. */
public final class StageName {

  private static final String ARROW = " \u2192 ";
  private static final String PLAIN_ARROW = " -> ";

  private StageName() {
  }

  /** With a drawn arrow. */
  public static String of(Stage stage) {
    return stage.symbol().replace("_to_", ARROW);
  }

  /** As {@code waking -> running}, for terminals. */
  public static String plain(Stage stage) {
    return plain(stage.symbol());
  }

  /** The same of a stage's stable name, or of any other text, which stays as it is. */
  public static String plain(String symbol) {
    return symbol.replace("_to_", PLAIN_ARROW);
  }

  /** A text for terminals, with drawn arrows. */
  public static String drawn(String text) {
    return text.replace(PLAIN_ARROW, ARROW);
  }
}

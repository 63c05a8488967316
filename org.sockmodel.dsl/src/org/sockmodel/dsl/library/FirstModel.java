package org.sockmodel.dsl.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The model that a person begins with. */
public final class FirstModel {

  private static final String RESOURCE = "/examples/first.template";
  private static final String NAME = "NAME";

  private FirstModel() {
  }

  /** Its text under a name, which is made one that the language takes. */
  public static String text(String name) {
    try (InputStream in = FirstModel.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(NAME, word(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String word(String name) {
    String word = name.replaceAll("[^A-Za-z0-9_]", "_");
    return word.isEmpty() || Character.isDigit(word.charAt(0)) ? "_" + word : word;
  }
}

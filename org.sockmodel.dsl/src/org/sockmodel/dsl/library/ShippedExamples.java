package org.sockmodel.dsl.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The examples that come with the language, as files of the bundle. */
public final class ShippedExamples {

  private static final List<String> NAMES = List.of(
      "blocking-recv", "data-already-there", "two-readers", "timeout", "epoll", "udp-reader",
      "pinned-reader", "remote-reader", "moderation-off", "moderation-50us", "choose-moderation", "livelock",
      "raw-copy", "raw-without-capability", "module-family");

  private ShippedExamples() {
  }

  /** Their names, in the order in which one may read them. */
  public static List<String> names() {
    return NAMES;
  }

  /** The file of an example. */
  public static String file(String name) {
    return name + ".sockmodel";
  }

  /** The text of an example; empty if there is none of this name. */
  public static Optional<String> text(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = ShippedExamples.class.getResourceAsStream("/examples/" + file(name))) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an example is about: its first line. */
  public static String title(String name) {
    return text(name).flatMap(text -> text.lines().findFirst()).orElse("").replaceFirst("^// ?", "");
  }
}

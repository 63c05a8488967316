package org.sockmodel.runtime.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A shell script that records the wanted events with what every Linux has: a POSIX shell, tracefs and root. It writes
 * the text of the tracer, as it is when the recording ends; unlike a {@link Recorder} it does not empty buffers
 * meanwhile.
 */
public final class RecordingScript {

  private static final String TEMPLATE = "record.sh";
  private static final int LINE = 110;

  private RecordingScript() {
  }

  /**
   * The script.
   *
   * @param bufferKib the size of the buffer of each CPU
   */
  public static String of(long bufferKib) {
    try (InputStream in = RecordingScript.class.getResourceAsStream(TEMPLATE)) {
      String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String events = WantedEvents.names().stream().sorted().collect(Collectors.joining(" "));
      return template.replace("@KIB@", Long.toString(bufferKib)).replace("@EVENTS@", wrapped(events));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String wrapped(String words) {
    return words.replaceAll("(.{1," + LINE + "})(?: |$)", "$1\n").strip();
  }
}

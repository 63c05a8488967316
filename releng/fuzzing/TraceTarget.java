import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.json.JsonReport;
import org.sockmodel.runtime.report.text.TextReport;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.open.TraceFiles;

/**
 * What Jazzer calls with bytes of its own making: they are taken for a trace, which ends in a report or in one message.
 * Bytes that begin like the metadata of CTF are a folder of metadata, up to the first NUL byte, and one stream.
 */
public final class TraceTarget {

  private static final byte[] METADATA = "/* CTF".getBytes();

  private static Path scratch;

  private TraceTarget() {
  }

  /** Called once, before the first input. */
  public static void fuzzerInitialize() throws IOException {
    scratch = Files.createDirectory(Path.of(System.getProperty("scratch")).resolve("trace"));
  }

  /** Called with every input. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    Path trace = isMetadata(bytes) ? folder(bytes) : Files.write(scratch.resolve("file"), bytes);
    try {
      TraceReader reader = TraceFiles.open(trace);
      Report report = Analysis.analyze(reader, Filter.ALL);
      TextReport.of(report);
      JsonReport.tree(report);
    } catch (TraceException e) {
      if (!e.getMessage().startsWith(trace.toString()) || e.getMessage().lines().count() != 1) {
        throw new AssertionError("not one line that names the trace: " + e.getMessage(), e);
      }
    }
  }

  private static boolean isMetadata(byte[] bytes) {
    for (int i = 0; i < METADATA.length; i++) {
      if (i >= bytes.length || bytes[i] != METADATA[i]) {
        return false;
      }
    }
    return true;
  }

  private static Path folder(byte[] bytes) throws IOException {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    Files.write(scratch.resolve("metadata"), Arrays.copyOf(bytes, end));
    int stream = Math.min(bytes.length, end + 1);
    Files.write(scratch.resolve("channel0_0"), Arrays.copyOfRange(bytes, stream, bytes.length));
    return scratch;
  }
}

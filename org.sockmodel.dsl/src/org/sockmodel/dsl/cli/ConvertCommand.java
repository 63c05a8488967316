package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.cli.input.TraceInput;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.convert.Conversion;
import org.sockmodel.runtime.trace.convert.TraceFormat;
import org.sockmodel.runtime.trace.convert.TracePart;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes a trace of any format that is read in another. */
@Command(name = "convert", mixinStandardHelpOptions = true,
    description = "Writes a trace of any format that is read in another.",
    footer = {"", "ctf is a folder for babeltrace2 and Trace Compass, ftrace the text of tracefs, perfetto opens in "
        + "Perfetto's viewer, chrome is JSON for Chrome's, pcapng holds the packets alone, without their data."})
final class ConvertCommand implements Callable<Integer> {

  private static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");

  @Parameters(index = "0", paramLabel = "IN",
      description = "File or folder of any trace format that is read; - is standard input.")
  private String in;

  @Parameters(index = "1", paramLabel = "OUT",
      description = "File to write, or folder for ctf; - is standard output.")
  private String out;

  @Option(names = "--to", required = true, paramLabel = "FORMAT", converter = FormatConverter.class,
      completionCandidates = Formats.class, description = "What to write: ${COMPLETION-CANDIDATES}.")
  private TraceFormat format;

  @Mixin private StretchOptions stretch;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path target = target();
    TraceInput input = new TraceInput(in, spec.commandLine().getErr());
    refuseItself(target);
    TraceReader part = part(input);
    boolean sound = input.read(() -> Conversion.convert(part, format, target));
    return sound ? ExitCode.OK : ExitCode.FAILED;
  }

  private TraceReader part(TraceInput input) {
    return stretch.isAll() ? input.reader()
        : new TracePart(input.reader(), input.title(), stretch.beginNs(), stretch.endNs());
  }

  private Path target() {
    if (!out.equals("-")) {
      return TraceInput.path(out);
    }
    if (format == TraceFormat.CTF) {
      throw new InputException("ctf is a folder, which standard output cannot take; name one");
    }
    return STANDARD_OUTPUT;
  }

  private void refuseItself(Path target) {
    try {
      if (Files.exists(target) && Files.isSameFile(TraceInput.path(in), target)) {
        throw new InputException(out + " is the trace that is read; name another file");
      }
    } catch (IOException e) {
      // Standard input, or a file that whoever opens it will complain of.
      return;
    }
  }

  /** The formats by their names. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(TraceFormat.values()).map(TraceFormat::symbol).iterator();
    }
  }

  /** A format by its name. */
  static final class FormatConverter implements ITypeConverter<TraceFormat> {
    @Override
    public TraceFormat convert(String text) {
      return TraceFormat.of(text).orElseThrow(() -> new TypeConversionException(
          "'" + text + "' is no format that is written; take " + String.join(", ", new Formats())));
    }
  }
}

package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.sweep.SweepJournal;
import org.sockmodel.dsl.sweep.SweepOutcome;
import org.sockmodel.dsl.sweep.SweepTable;
import org.sockmodel.runtime.report.html.SweepHtml;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.bytes.PartialOutput;
import picocli.CommandLine.Option;

/** The options that say to which files a sweep goes. */
final class SweepFileOptions {

  @Option(names = "--csv", paramLabel = "FILE", description = "Write a row for each run there, as comma-separated"
      + " values.")
  private Path csv;

  @Option(names = "--json", paramLabel = "FILE", description = "Write an object for each run there, as JSON.")
  private Path json;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a page there with latency, interrupts and CPU"
      + " time against what is swept.")
  private Path html;

  /** The file beside which the journal of the sweep is kept: the first of those that are wanted. */
  Optional<Path> first() {
    return Stream.of(Optional.ofNullable(csv), Optional.ofNullable(json), Optional.ofNullable(html))
        .flatMap(Optional::stream).findFirst();
  }

  /** Writes the files, each as a whole, and deletes the journal. */
  void write(SweepOutcome outcome, String model) throws IOException {
    SweepTable table = new SweepTable(outcome);
    write(csv, table.csv());
    write(json, table.json());
    write(html, SweepHtml.of(outcome.summary(model)));
    if (first().isPresent()) {
      Files.deleteIfExists(SweepJournal.path(first().get()));
    }
  }

  private static void write(Path file, String text) {
    if (file == null) {
      return;
    }
    try {
      PartialOutput.file(file).commit(text);
    } catch (TraceException e) {
      throw new InputException(e.getMessage());
    }
  }
}

package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.emf.common.util.URI;
import org.sockmodel.dsl.compile.StandaloneLanguage;
import org.sockmodel.dsl.expectation.Verdict;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.runtime.model.Expectation;
import org.sockmodel.runtime.report.figure.Figure;
import org.sockmodel.runtime.report.figure.FigureJson;
import org.sockmodel.runtime.report.figure.FigureText;
import org.sockmodel.runtime.report.html.FigureHtml;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.bytes.PartialOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the shipped models of published measurements and holds what comes out against what was published. */
@Command(name = "validate", mixinStandardHelpOptions = true,
    description = "Runs the shipped models of published measurements and holds them against what was published.",
    footer = {"", "Ends with 0 if every figure is within its bounds."})
final class ValidateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "MODEL", arity = "0..*",
      description = "Shipped models to run, or model files; all shipped ones if none is named.")
  private List<String> models = List.of();

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Option(names = "--html", paramLabel = "FILE", description = "Write the figures there, as HTML.")
  private Path html;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N",
      description = "Root of all random numbers; default ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<String> names = models.isEmpty() ? ShippedLibrary.validations() : models;
    List<URI> addresses = names.stream().map(ValidateCommand::address).toList();
    List<Figure> figures = html == null ? figures(addresses) : figuresToPage(addresses);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? FigureJson.of(figures) : FigureText.of(figures));
    out.flush();
    return figures.stream().allMatch(Figure::holds) ? ExitCode.OK : ExitCode.FAILED;
  }

  private List<Figure> figures(List<URI> addresses) {
    FinishedRuns runs = new FinishedRuns(new StandaloneLanguage(), seed);
    return addresses.stream().flatMap(uri -> runs.verdicts(uri).stream()
        .map(verdict -> figure(uri.trimFileExtension().lastSegment(), verdict))).toList();
  }

  /** Starts the page first, so that one that cannot be written is told before the work. */
  private List<Figure> figuresToPage(List<URI> addresses) throws IOException {
    try {
      PartialOutput page = PartialOutput.file(html);
      List<Figure> figures = figures(addresses);
      Files.writeString(page.path(), FigureHtml.of(figures));
      page.commit();
      return figures;
    } catch (TraceException e) {
      throw new InputException(e.getMessage());
    }
  }

  private static URI address(String name) {
    if (name.endsWith(".sockmodel")) {
      return ModelInput.existing(name);
    }
    return ShippedLibrary.validation(name).orElseThrow(() -> new InputException("no shipped model is named '" + name
        + "'; choose from " + String.join(", ", ShippedLibrary.validations())));
  }

  private static Figure figure(String model, Verdict verdict) {
    Expectation expectation = verdict.expectation();
    double percent = expectation.bound() instanceof Expectation.Value value ? value.withinPercent() : 0;
    String other = expectation.bound() instanceof Expectation.OtherRun run
        ? URI.createURI(run.model()).trimFileExtension().lastSegment() : "";
    return new Figure(model, expectation.source(), verdict.metric(), expectation.comparison().sign(), verdict.wanted(),
        other, percent, verdict.found(), expectation.unit() == Expectation.Unit.NS, verdict.holds());
  }
}

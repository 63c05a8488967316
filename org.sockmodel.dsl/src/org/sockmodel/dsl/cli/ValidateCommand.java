package org.sockmodel.dsl.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.cli.run.PublishedFigures;
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
  public Integer call() {
    List<Figure> figures = html == null ? figures() : figuresToPage();
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? FigureJson.of(figures) : FigureText.of(figures));
    out.flush();
    return figures.stream().allMatch(Figure::holds) ? ExitCode.OK : ExitCode.FAILED;
  }

  private List<Figure> figures() {
    return PublishedFigures.ofModels(models, seed, spec.commandLine().getErr());
  }

  /** Starts the page first, so that one that cannot be written is told before the work. */
  private List<Figure> figuresToPage() {
    try {
      PartialOutput page = PartialOutput.file(html);
      List<Figure> figures = figures();
      page.commit(FigureHtml.of(figures));
      return figures;
    } catch (TraceException e) {
      throw new InputException(e.getMessage());
    }
  }
}

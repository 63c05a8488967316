package org.sockmodel.dsl.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.cli.run.ReportInput;
import org.sockmodel.runtime.report.diff.Condition;
import org.sockmodel.runtime.report.diff.DiffJson;
import org.sockmodel.runtime.report.diff.DiffText;
import org.sockmodel.runtime.report.diff.ReportDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Puts two traces, kept reports or models side by side. */
@Command(name = "diff", mixinStandardHelpOptions = true,
    description = "Shows what a message costs and how long it takes, in A and in B, and what is more than noise.",
    footer = {"", "A and B are each a trace, a report that --json wrote, or a model (*.sockmodel). To compare what one "
        + "task reads, or a stretch, keep reports: analyze --task NAME --json. Ends with 1 if a condition of --fail-if "
        + "is met."})
final class DiffCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "A", description = "What was before.")
  private String before;

  @Parameters(index = "1", paramLabel = "B", description = "What is after.")
  private String after;

  @Option(names = "--fail-if", paramLabel = "CONDITION", converter = ConditionConverter.class,
      description = "Fail if this happens, such as 'per_message.hardirqs > +5%%'; may be given several times.")
  private List<Condition> conditions = List.of();

  @Option(names = "--json", description = "Print the comparison as JSON.")
  private boolean json;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N",
      description = "Root of all random numbers of models; default ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    ReportInput input = new ReportInput(err, seed);
    JsonObject one = input.report(before);
    JsonObject other = input.report(after);
    show(diff(one, other));
    List<String> complaints = conditions.stream().map(condition -> condition.complaint(one, other))
        .flatMap(Optional::stream).toList();
    complaints.forEach(err::println);
    err.flush();
    return complaints.isEmpty() && input.isSound() ? ExitCode.OK : ExitCode.FAILED;
  }

  private ReportDiff diff(JsonObject one, JsonObject other) {
    try {
      return ReportDiff.of(before, one, after, other);
    } catch (IllegalArgumentException e) {
      throw new InputException(e.getMessage());
    }
  }

  private void show(ReportDiff diff) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      DiffJson.write(diff, out);
    } else {
      out.print(DiffText.of(diff));
    }
    out.flush();
  }

  /** A condition by its text. */
  static final class ConditionConverter implements ITypeConverter<Condition> {
    @Override
    public Condition convert(String text) {
      try {
        return Condition.of(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}

package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.cli.input.TraceInput;
import org.sockmodel.dsl.cli.run.RecordedCommand;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.record.Recorder;
import org.sockmodel.runtime.record.RecordingScript;
import org.sockmodel.runtime.record.Tracefs;
import org.sockmodel.runtime.report.TraceSummary;
import org.sockmodel.runtime.trace.TraceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records what the kernel of this machine does, and analyses it. */
@Command(name = "record", mixinStandardHelpOptions = true,
    description = "Records what the kernel of this machine does while a command runs, and analyses it.",
    footer = {"", "Needs Linux with tracefs, and root. The whole machine is recorded, in a tracer of its own that "
        + "leaves others alone and is removed in the end. Ctrl-C ends the recording; what it got is reported."})
final class RecordCommand implements Callable<Integer> {

  private static final long DEFAULT_DURATION_NS = 5_000_000_000L;
  private static final long KIB_PER_MIB = 1024;
  private static final long MOST_MIB = 1 << 20;
  /** So much larger is the buffer that is advised where events were lost. */
  private static final long LARGER = 8;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Keep the recording there, as trace.dat.")
  private String output;

  @Option(names = "--duration", paramLabel = "TIME", converter = TimeConverter.class,
      description = "Record so long, such as 5s or 300ms; a command that still runs is ended then. "
          + "Without it: until the command ends, or 5s.")
  private Long durationNs;

  @Option(names = "--buffer", paramLabel = "MIB", defaultValue = "16",
      description = "Buffer of each CPU; default ${DEFAULT-VALUE}.")
  private long bufferMib;

  @Option(names = "--script", description = "Print a shell script that records the same, for a machine without Java: "
      + "sh record.sh FILE [COMMAND...]; analyze reads the FILE.")
  private boolean script;

  @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "What to run meanwhile, with its arguments.")
  private List<String> command = List.of();

  @Mixin private FilterOptions filters;

  @Mixin private ReportOptions forms;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Filter filter = filters.filter();
    if (bufferMib < 1 || bufferMib > MOST_MIB) {
      throw new ParameterException(spec.commandLine(), "--buffer takes a number of MiB from 1 on.");
    }
    if (script) {
      return printScript();
    }
    if ("-".equals(output)) {
      throw new ParameterException(spec.commandLine(),
          "-o - is refused: a recording is written to a file, and the report to standard output.");
    }
    Path file = output == null ? Files.createTempFile("sockmodel", ".dat") : TraceInput.path(output);
    long mostNs = durationNs != null ? durationNs : command.isEmpty() ? DEFAULT_DURATION_NS : Long.MAX_VALUE;
    RecordedCommand running = new RecordedCommand(command, mostNs);
    try {
      boolean succeeded = record(file, running);
      boolean sound = analyze(file, filter);
      return succeeded && sound ? ExitCode.OK : ExitCode.FAILED;
    } catch (TraceException e) {
      throw new InputException(e.getMessage());
    } finally {
      if (output == null) {
        Files.deleteIfExists(file);
      }
      running.reported();
    }
  }

  private int printScript() {
    if (!command.isEmpty() || output != null || durationNs != null) {
      throw new ParameterException(spec.commandLine(),
          "--script prints a script, which is told itself what to run and where to write.");
    }
    spec.commandLine().getOut().print(RecordingScript.of(bufferMib * KIB_PER_MIB));
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  /** Records; whether the command succeeded. */
  private boolean record(Path file, RecordedCommand running) throws TraceException {
    try (Recorder recorder = new Recorder(Tracefs.find(), file, bufferMib * KIB_PER_MIB)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        running.endAndReport();
        recorder.close();
      }));
      recorder.start();
      running.start();
      running.pid().ifPresent(recorder::endIfKilled);
      recorder.finish(running);
    } finally {
      running.end();
    }
    running.complaint().ifPresent(spec.commandLine().getErr()::println);
    spec.commandLine().getErr().flush();
    return running.complaint().isEmpty();
  }

  private boolean analyze(Path file, Filter filter) throws IOException, TraceException {
    TraceInput input = new TraceInput(file.toString(), spec.commandLine().getErr());
    TraceReport told = TraceReport.tell(input, filter, forms,
        command.isEmpty() ? "this machine" : String.join(" ", command), spec);
    adviseLargerBuffer(told.report().trace());
    return told.isSound();
  }

  /** Says what to do where the buffers did not hold what came between two looks at them. */
  private void adviseLargerBuffer(TraceSummary trace) {
    if (trace.lost() + trace.overwritten() > 0 && bufferMib < MOST_MIB) {
      spec.commandLine().getErr().println("events were lost: buffers of " + bufferMib + " MiB for each CPU were too "
          + "small; record again with --buffer " + Math.min(MOST_MIB, LARGER * bufferMib));
      spec.commandLine().getErr().flush();
    }
  }
}

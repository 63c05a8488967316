package org.sockmodel.dsl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.kernel.families.query.CsvRowException;
import org.sockmodel.runtime.kernel.families.query.SocketCsv;
import org.sockmodel.runtime.kernel.families.query.SocketNumbers;
import org.sockmodel.runtime.kernel.families.query.SocketNumbers.Argument;
import org.sockmodel.runtime.kernel.families.query.SocketQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what {@code socket()} answers, for one call or for a file of calls. */
@Command(
    name = "socket",
    mixinStandardHelpOptions = true,
    description = "Says what socket(DOMAIN, TYPE, PROTOCOL) answers: OK or an errno.",
    footer = {"", "Arguments are numbers or names: AF_INET, SOCK_STREAM|SOCK_NONBLOCK, IPPROTO_UDP.",
        "With --csv: reads rows domain,type,protocol, writes rows domain,type,protocol,result."})
public final class SocketCommand implements Callable<Integer> {

  /** Who asks. */
  enum Uid {
    root, user
  }

  @Option(names = "--kernel", defaultValue = "v6_18", paramLabel = "KERNEL",
      description = "One of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.", completionCandidates = Kernels.class)
  private String kernel;

  @Option(names = "--uid", defaultValue = "user", paramLabel = "UID",
      description = "Who asks, one of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Uid uid;

  @Option(names = "--explain", description = "Also print the way through the kernel, check by check.")
  private boolean explain;

  @Option(names = "--csv", paramLabel = "FILE", description = "Answer each row of a file, - for standard input.")
  private String csv;

  @Parameters(paramLabel = "DOMAIN TYPE PROTOCOL", arity = "0..3", description = "The call's arguments.")
  private List<String> arguments = List.of();

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (arguments.size() != (csv == null ? 3 : 0) || csv != null && explain) {
      throw new ParameterException(spec.commandLine(), csv == null
          ? "Expected DOMAIN TYPE PROTOCOL, or --csv FILE."
          : "--csv goes with neither arguments nor --explain.");
    }
    KernelProfile profile = Kernels.profile(kernel);
    SocketQuery query = new SocketQuery(profile, uid == Uid.root ? Credentials.ROOT : Credentials.USER);
    if (csv != null) {
      rows(new SocketCsv(query));
    } else {
      one(query, new SocketNumbers(profile));
    }
    return ExitCode.OK;
  }

  private void one(SocketQuery query, SocketNumbers numbers) {
    int[] values = new int[arguments.size()];
    for (Argument argument : Argument.values()) {
      try {
        values[argument.ordinal()] = numbers.number(argument, arguments.get(argument.ordinal()));
      } catch (IllegalArgumentException wrong) {
        throw new InputException(wrong.getMessage());
      }
    }
    spec.commandLine().getOut().print(explain
        ? query.explain(values[0], values[1], values[2])
        : SocketNames.errno(query.errno(values[0], values[1], values[2])) + System.lineSeparator());
    spec.commandLine().getOut().flush();
  }

  /** A file is checked as a whole before the first row is written; what is no file is answered as it comes. */
  private void rows(SocketCsv rows) {
    boolean standardInput = csv.equals("-");
    try {
      if (!standardInput && Files.isRegularFile(Path.of(csv))) {
        try (InputStream in = Files.newInputStream(Path.of(csv))) {
          rows.check(csv, in);
        }
      }
      try (InputStream in = standardInput ? System.in : Files.newInputStream(Path.of(csv))) {
        rows.run(standardInput ? "standard input" : csv, in, new CheckedOutput(System.out));
      }
    } catch (NoSuchFileException missing) {
      throw new InputException(csv + ": there is no such file; check its name");
    } catch (InvalidPathException wrong) {
      throw new InputException(csv.replaceAll("\\R", " ") + ": is no file name; check it");
    } catch (CsvRowException wrong) {
      throw new InputException(wrong.getMessage());
    } catch (IOException problem) {
      throw new InputException(csv + ": " + problem.getMessage());
    }
  }

  /** Standard output that does not keep silent when nobody reads it any more. */
  private static final class CheckedOutput extends OutputStream {

    private final PrintStream out;

    CheckedOutput(PrintStream out) {
      this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      if (out.checkError()) {
        throw new IOException("standard output is closed");
      }
    }

    @Override
    public void flush() {
      out.flush();
    }
  }
}

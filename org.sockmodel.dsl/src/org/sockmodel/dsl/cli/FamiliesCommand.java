package org.sockmodel.dsl.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.query.FamilyTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the address families of a kernel and what each hands out for a type and a protocol. */
@Command(
    name = "families",
    mixinStandardHelpOptions = true,
    description = "Prints a kernel's address families and their protosw entries, in the order of the look-up.")
public final class FamiliesCommand implements Callable<Integer> {

  @Option(names = "--kernel", defaultValue = "v6_18", paramLabel = "KERNEL",
      description = "One of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.", completionCandidates = Kernels.class)
  private String kernel;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    FamilyTable table = new FamilyTable(Families.boot(Kernels.profile(kernel)));
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? table.json() : table.text());
    out.flush();
    return ExitCode.OK;
  }
}

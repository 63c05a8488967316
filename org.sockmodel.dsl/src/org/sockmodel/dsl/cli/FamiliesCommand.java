package org.sockmodel.dsl.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.query.FamilyTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the address families of a kernel and what each hands out for a type and a protocol. */
@Command(
    name = "families",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = "Prints a kernel's address families and their protosw entries, in the order of the look-up.")
public final class FamiliesCommand implements Callable<Integer> {

  @Option(names = "--kernel", defaultValue = "v6_18", paramLabel = "KERNEL",
      description = "One of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.", completionCandidates = Kernels.class)
  private String kernel;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    FamilyTable table;
    try {
      table = new FamilyTable(Families.boot(KernelProfile.of(kernel)));
    } catch (IllegalArgumentException wrong) {
      spec.commandLine().getErr().println("sockmodel: " + wrong.getMessage());
      return 1;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? table.json() : table.text());
    out.flush();
    return 0;
  }
}

package org.sockmodel.tests.dsl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sockmodel.dsl.cli.SockModelCli;
import org.sockmodel.tests.checkout.Checkout;

/** The command line as a process of its own. */
public final class CommandLineProcess {

  private CommandLineProcess() {
  }

  /** Starts it. Standard error goes to a file. */
  public static Process start(Path errors, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath(), SockModelCli.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(errors.toFile()).start();
  }

  /** The command line as it is shipped; where tests run without a build of it, its classes as these tests see them. */
  private static String classPath() {
    String ours = System.getProperty("java.class.path");
    return ours.contains("org.eclipse.xtext.ide") ? ours
        : Checkout.root().resolve("releng/cli/target/sockmodel.jar").toString();
  }
}

package org.sockmodel.dsl.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.ide.server.SockModelServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves an editor. */
@Command(name = "lsp", mixinStandardHelpOptions = true,
    description = "Serves an editor with the language, by the Language Server Protocol over standard input and output.")
final class LspCommand implements Callable<Integer> {

  @Mixin private DebugOption debug;

  /** Standard output belongs to the protocol: whatever else is printed goes to standard error. */
  @Override
  public Integer call() throws InterruptedException {
    InputStream in = System.in;
    PrintStream out = System.out;
    System.setIn(InputStream.nullInputStream());
    System.setOut(System.err);
    try {
      SockModelServer.serve(in, out);
      return ExitCode.OK;
    } catch (ExecutionException e) {
      throw new InputException("sockmodel lsp: the connection to the editor broke: " + e.getCause().getMessage());
    }
  }
}

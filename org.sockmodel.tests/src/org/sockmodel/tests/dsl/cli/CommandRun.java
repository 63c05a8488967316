package org.sockmodel.tests.dsl.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.sockmodel.dsl.cli.SockModelCli;

/**
 * One run of the command line in this process.
 *
 * @param exitCode what the process would end with
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int exitCode, String out, String err) {

  static CommandRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int exitCode = SockModelCli.commandLine(texts)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(texts);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}

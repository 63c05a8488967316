package org.sockmodel.dsl.ui.batch;

import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.sockmodel.dsl.cli.LogLines;
import org.sockmodel.dsl.cli.SockModelCli;

/**
 * Runs the command line that stands behind Eclipse's own arguments, such as {@code -application
 * org.sockmodel.dsl.ui.batch check models}; the process ends with its exit code.
 */
public final class BatchApplication implements IApplication {

  @Override
  public Object start(IApplicationContext context) {
    String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
    context.applicationRunning();
    Logger.getRootLogger().addAppender(new LogLines());
    Logger.getRootLogger().setLevel(Level.ERROR);
    return SockModelCli.commandLine(arguments).execute(arguments);
  }

  @Override
  public void stop() {
    // A command stops by itself.
  }
}

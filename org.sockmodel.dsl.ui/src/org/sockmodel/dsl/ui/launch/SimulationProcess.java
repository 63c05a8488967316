package org.sockmodel.dsl.ui.launch;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IStreamsProxy;

/** A simulation as the workbench shows processes: it has a console, and can be terminated. It runs in the workbench. */
final class SimulationProcess extends PlatformObject implements IProcess {

  /** The kind of process, to which the console's links are bound. */
  static final String TYPE = "org.sockmodel.dsl.ui.simulation";

  private final ILaunch launch;
  private final String label;
  private final OutputText out = new OutputText();
  private final OutputText err = new OutputText();
  private final Map<String, String> attributes = new HashMap<>();
  private final Runnable canceller;
  private volatile Integer exitCode;

  /**
   * @param canceller what stops the simulation
   */
  SimulationProcess(ILaunch launch, String label, Runnable canceller) {
    this.launch = launch;
    this.label = label;
    this.canceller = canceller;
    attributes.put(ATTR_PROCESS_TYPE, TYPE);
    launch.addProcess(this);
    fire(DebugEvent.CREATE);
  }

  OutputText out() {
    return out;
  }

  OutputText err() {
    return err;
  }

  /** The simulation is over. */
  void end(int code) {
    exitCode = code;
    fire(DebugEvent.TERMINATE);
  }

  private void fire(int kind) {
    DebugPlugin.getDefault().fireDebugEventSet(new DebugEvent[] {new DebugEvent(this, kind)});
  }

  @Override
  public boolean canTerminate() {
    return !isTerminated();
  }

  @Override
  public boolean isTerminated() {
    return exitCode != null;
  }

  @Override
  public void terminate() {
    canceller.run();
  }

  @Override
  public int getExitValue() throws DebugException {
    if (exitCode == null) {
      throw new DebugException(Status.error("The simulation has not ended yet."));
    }
    return exitCode;
  }

  @Override
  public String getLabel() {
    return label;
  }

  @Override
  public ILaunch getLaunch() {
    return launch;
  }

  @Override
  public IStreamsProxy getStreamsProxy() {
    return new IStreamsProxy() {
      @Override
      public IStreamMonitor getOutputStreamMonitor() {
        return out;
      }

      @Override
      public IStreamMonitor getErrorStreamMonitor() {
        return err;
      }

      @Override
      public void write(String input) {
        // A simulation reads nothing.
      }
    };
  }

  @Override
  public synchronized void setAttribute(String key, String value) {
    attributes.put(key, value);
  }

  @Override
  public synchronized String getAttribute(String key) {
    return attributes.get(key);
  }

  @Override
  public <T> T getAdapter(Class<T> type) {
    if (type == ILaunch.class) {
      return type.cast(launch);
    }
    return type.isInstance(this) ? type.cast(this) : super.getAdapter(type);
  }
}

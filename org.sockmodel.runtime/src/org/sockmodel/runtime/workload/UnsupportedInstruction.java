package org.sockmodel.runtime.workload;

import java.util.Locale;
import org.sockmodel.runtime.model.Instruction;

/** A thread program uses a call that the simulator does not have yet. The message is one line for a person. */
public final class UnsupportedInstruction extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;

  UnsupportedInstruction(Instruction instruction) {
    super(instruction.getClass().getSimpleName().toLowerCase(Locale.ROOT)
        + " is in the language but not simulated yet; take it out of the thread's program");
    line = instruction.line();
  }

  /** Line of the model that uses it. */
  public int line() {
    return line;
  }
}

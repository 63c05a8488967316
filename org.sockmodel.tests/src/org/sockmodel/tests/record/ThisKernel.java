package org.sockmodel.tests.record;

import static org.junit.jupiter.api.Assumptions.abort;

import org.sockmodel.runtime.record.Tracefs;
import org.sockmodel.runtime.trace.TraceException;

/** The kernel that the tests run on. */
public final class ThisKernel {

  private ThisKernel() {
  }

  /** Its tracefs; a test that needs it is skipped where nothing can be recorded. */
  public static Tracefs tracefs() {
    try {
      return Tracefs.find();
    } catch (TraceException e) {
      return abort(e.getMessage());
    }
  }
}

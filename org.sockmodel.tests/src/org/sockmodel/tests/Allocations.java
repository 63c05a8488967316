package org.sockmodel.tests;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Assumptions;

/** Measures what a piece of code allocates. */
public final class Allocations {

  private Allocations() {
  }

  /** Bytes that {@code code} allocates in this thread; the test is skipped where the Java machine cannot tell. */
  public static long during(Runnable code) {
    long before = soFar();
    code.run();
    return soFar() - before;
  }

  /** Bytes that this thread has allocated; the test is skipped where the Java machine cannot tell. */
  public static long soFar() {
    Assumptions.assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean,
        "this Java machine does not count allocated bytes");
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}

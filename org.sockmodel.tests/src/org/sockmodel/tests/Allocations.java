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
    Assumptions.assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean,
        "this Java machine does not count allocated bytes");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    code.run();
    return threads.getThreadAllocatedBytes(id) - before;
  }
}

package org.sockmodel.tests.ui.responsiveness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Display;
import org.sockmodel.tests.ui.workbench.Workbench;

/**
 * Watches whether the display thread stays at hand: pings it all the time, and while an answer is outstanding looks
 * what keeps it.
 *
 * <p>What counts is how long classes of SockModel keep it in one piece of work, as the time that the thread computes in
 * them, or waits in them: a machine that is busy with other things, or a workbench that is, makes no test fail. Nor
 * does a slow one: how much is too much is told in work, not in time ({@link DisplaySpeed}). And what keeps the display
 * only the first time that it is done, as loading and compiling it does, is not told.
 */
final class DisplayWatch implements AutoCloseable {

  private static final long UNFELT_NS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int TIMES = 3;
  private static final long LOOK_MS = 5;
  private static final String OURS = "org.sockmodel.";
  private static final String LAMBDA = "$$Lambda";
  private static final String TESTS = "org.sockmodel.tests.";
  private static final List<String> WORKBENCH = List.of("org.eclipse.ui.internal.", "org.eclipse.e4.ui.");

  /** What a user does. */
  interface Use {
    void run() throws Exception;
  }

  /** For how long something kept the display, and what it was in at last. */
  private record Kept(long ns, String text) {

    @Override
    public String toString() {
      return TimeUnit.NANOSECONDS.toMillis(ns) + " ms, at last in" + text;
    }
  }

  private final ThreadMXBean times = ManagementFactory.getThreadMXBean();
  private final Display display = Display.getCurrent();
  private final Thread watched = Thread.currentThread();
  private final Thread watcher = new Thread(this::watch, "watch of the display");
  private final Object answer = new Object();
  /** By the method that the work begins with. */
  private final Map<String, Kept> culprits = new LinkedHashMap<>();
  private boolean answered;
  private volatile boolean over;

  private DisplayWatch() {
  }

  /**
   * Does something on the display thread, which is the one that calls, and fails if SockModel kept it from answering
   * for longer than a user would not feel, in the same piece of work whenever it was done.
   */
  static void assertNeverKeptBy(Use use) throws Exception {
    Map<String, Kept> kept = keptBy(use);
    for (int time = 1; time < TIMES && !kept.isEmpty(); time++) {
      System.out.println("once more, since the display was kept by " + kept);
      kept.keySet().retainAll(keptBy(use).keySet());
    }
    assertTrue(kept.isEmpty(), () -> "the display thread was kept for longer than "
        + TimeUnit.NANOSECONDS.toMillis(UNFELT_NS) + " ms of the machine of reference by\n" + kept.values());
  }

  /** The machine may be faster before or after. */
  private static Map<String, Kept> keptBy(Use use) throws Exception {
    double slowness = DisplaySpeed.slowness();
    DisplayWatch watch = new DisplayWatch();
    watch.watcher.setDaemon(true);
    watch.watcher.start();
    try (watch) {
      use.run();
    }
    long limitNs = (long) (UNFELT_NS * Math.max(slowness, DisplaySpeed.slowness()));
    watch.culprits.values().removeIf(kept -> kept.ns <= limitNs);
    return watch.culprits;
  }

  @Override
  public void close() {
    over = true;
    try {
      watcher.join();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private void watch() {
    while (!over && !display.isDisposed()) {
      synchronized (answer) {
        answered = false;
      }
      display.asyncExec(this::answer);
      await();
      pause();
    }
  }

  private void answer() {
    synchronized (answer) {
      answered = true;
      answer.notifyAll();
    }
  }

  /** Time counts from one look that finds SockModel to the next, within one piece of work. */
  private void await() {
    long cpu = cpuNs();
    long wall = System.nanoTime();
    long turn = Workbench.turns();
    long keptNs = 0;
    StackTraceElement[] culprit = {};
    while (!over && !isAnswered()) {
      StackTraceElement[] now = watched.getStackTrace();
      boolean computes = watched.getState() == Thread.State.RUNNABLE;
      long cpuNow = cpuNs();
      long wallNow = System.nanoTime();
      if (Workbench.turns() != turn) {
        judge(keptNs, culprit);
        keptNs = 0;
        turn = Workbench.turns();
        culprit = new StackTraceElement[0];
      }
      if (isOurs(now)) {
        keptNs += culprit.length == 0 ? 0 : computes ? cpuNow - cpu : wallNow - wall;
        culprit = now;
      }
      cpu = cpuNow;
      wall = wallNow;
    }
    judge(keptNs, culprit);
  }

  private void judge(long keptNs, StackTraceElement[] culprit) {
    if (keptNs > UNFELT_NS) {
      culprits.merge(entry(culprit), new Kept(keptNs, text(culprit)), (one, other) -> one.ns > other.ns ? one : other);
    }
  }

  /** Gives the answer a moment to come. */
  private boolean isAnswered() {
    synchronized (answer) {
      if (!answered) {
        pause();
      }
      return answered;
    }
  }

  private void pause() {
    synchronized (answer) {
      try {
        answer.wait(LOOK_MS);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  private long cpuNs() {
    return times.getThreadCpuTime(watched.getId());
  }

  /**
   * Whether SockModel is at work in the piece of work that the display does now. Tests do not count, nor what the
   * workbench does when it is told something, such as to all its menus when a selection changes.
   */
  private static boolean isOurs(StackTraceElement[] stack) {
    return current(stack).map(StackTraceElement::getClassName)
        .filter(name -> name.startsWith(OURS) || WORKBENCH.stream().anyMatch(name::startsWith)).findFirst()
        .filter(DisplayWatch::isOurs).isPresent();
  }

  private static boolean isOurs(String className) {
    return className.startsWith(OURS) && !className.startsWith(TESTS) && !className.contains(LAMBDA);
  }

  /** The method of SockModel that the display called. */
  private static String entry(StackTraceElement[] stack) {
    return current(stack).filter(frame -> isOurs(frame.getClassName()))
        .map(frame -> frame.getClassName() + "." + frame.getMethodName()).reduce((inner, outer) -> outer).orElse("");
  }

  private static Stream<StackTraceElement> current(StackTraceElement[] stack) {
    return Stream.of(stack).takeWhile(frame -> !frame.getMethodName().equals("readAndDispatch"));
  }

  private static String text(StackTraceElement[] stack) {
    StringBuilder text = new StringBuilder();
    current(stack).forEach(frame -> text.append("\n  ").append(frame));
    return text.toString();
  }
}

package org.sockmodel.tests.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Display;

/**
 * Watches whether the display thread stays at hand: pings it all the time, and while an answer is outstanding looks
 * what keeps it.
 *
 * <p>What counts is how long classes of SockModel keep it in one piece of work, as the time that the thread computes in
 * them, or waits in them: a machine that is busy with other things, or a workbench that is, makes no test fail.
 */
final class DisplayWatch implements AutoCloseable {

  private static final long LIMIT_NS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LOOK_MS = 5;
  private static final String OURS = "org.sockmodel.";
  private static final String TESTS = "org.sockmodel.tests.";
  /**
   * Of {@code ProjectionViewer}, when it begins to fold: it colours the whole text again, which for ten thousand lines
   * takes some 90 ms, once. Not ours to mend but by not folding.
   */
  private static final String SLOW = "reinitializeProjection";
  private static final List<String> WORKBENCH = List.of("org.eclipse.ui.internal.", "org.eclipse.e4.ui.");

  private final ThreadMXBean times = ManagementFactory.getThreadMXBean();
  private final Display display = Display.getCurrent();
  private final Thread watched = Thread.currentThread();
  private final Thread watcher = new Thread(this::watch, "watch of the display");
  private final Object answer = new Object();
  private final List<String> culprits = new ArrayList<>();
  private boolean answered;
  private volatile long longestNs;
  private volatile boolean over;

  private DisplayWatch() {
    watcher.setDaemon(true);
  }

  /** Begins to watch the thread that calls, which is the display's. */
  static DisplayWatch start() {
    DisplayWatch watch = new DisplayWatch();
    watch.watcher.start();
    return watch;
  }

  /** Fails if anything of SockModel kept the display from answering for longer than a user would not feel. */
  void assertNeverKept() {
    close();
    assertTrue(culprits.isEmpty(), () -> "the display thread was kept by\n" + String.join("\n", culprits));
  }

  /** How long the display took to answer, whatever kept it: worth printing, and nothing to test. */
  long longestMs() {
    return TimeUnit.NANOSECONDS.toMillis(longestNs);
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

  private void await() {
    long start = System.nanoTime();
    long cpu = cpuNs();
    long wall = start;
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
      } else if (isOurs(now)) {
        keptNs += computes ? cpuNow - cpu : wallNow - wall;
        culprit = now;
      }
      cpu = cpuNow;
      wall = wallNow;
    }
    longestNs = Math.max(longestNs, System.nanoTime() - start);
    judge(keptNs, culprit);
  }

  private void judge(long keptNs, StackTraceElement[] culprit) {
    if (keptNs > LIMIT_NS) {
      culprits.add(TimeUnit.NANOSECONDS.toMillis(keptNs) + " ms, at last in" + text(culprit));
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
    return current(stack).noneMatch(frame -> frame.getMethodName().equals(SLOW))
        && current(stack).map(StackTraceElement::getClassName)
        .filter(name -> name.startsWith(OURS) || WORKBENCH.stream().anyMatch(name::startsWith)).findFirst()
        .filter(name -> name.startsWith(OURS) && !name.startsWith(TESTS)).isPresent();
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

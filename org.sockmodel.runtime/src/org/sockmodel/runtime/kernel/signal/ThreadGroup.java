package org.sockmodel.runtime.kernel.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.uapi.Signal;

/** A process as signals see it: {@code struct signal_struct} and {@code struct sighand_struct}. */
public final class ThreadGroup {

  /** {@code SIG_DFL}. */
  private static final long DEFAULT = -1;
  /** {@code SIG_IGN}. */
  private static final long IGNORE = -2;

  private final List<TaskSignals> threads = new ArrayList<>();
  private final long[] flags = new long[(int) Signal.LIMIT];
  private final PendingSignals sharedPending = new PendingSignals();
  private int exitSignal;

  public ThreadGroup() {
    Arrays.fill(flags, DEFAULT);
  }

  /** A new thread of the process; the first one is its leader. */
  public TaskSignals add(Task task) {
    TaskSignals signals = new TaskSignals(task, this);
    threads.add(signals);
    return signals;
  }

  /** {@code rt_sigaction(2)}: the process has a handler for the signal from now on. */
  public void handle(int signal, int saFlags) {
    flags[signal] = saFlags;
  }

  /** {@code rt_sigaction(2)} with {@code SIG_DFL} or {@code SIG_IGN}. */
  public void handleNot(int signal, boolean ignore) {
    flags[signal] = ignore ? IGNORE : DEFAULT;
    if (ignores(signal)) {
      sharedPending.flush(signal);
      threads.forEach(thread -> thread.flush(signal));
    }
  }

  boolean hasHandler(int signal) {
    return flags[signal] >= 0;
  }

  /** {@code sig_handler_ignored}: whether the signal does nothing. */
  boolean ignores(int signal) {
    return flags[signal] == IGNORE || flags[signal] == DEFAULT && Signal.isIgnoredByDefault(signal);
  }

  /** {@code sa_flags} of a signal that has a handler. */
  long saFlags(int signal) {
    return flags[signal];
  }

  /** {@code tgid}. */
  public int tgid() {
    return leader().task().tid();
  }

  /** The first thread, which stands for the process. */
  public TaskSignals leader() {
    return threads.get(0);
  }

  /** {@code complete_signal}: a thread that wants a signal that is sent to the process, or null. */
  TaskSignals wanting(int signal) {
    for (int i = 0; i < threads.size(); i++) {
      if (threads.get(i).wants(signal)) {
        return threads.get(i);
      }
    }
    return null;
  }

  int size() {
    return threads.size();
  }

  TaskSignals thread(int index) {
    return threads.get(index);
  }

  /** {@code shared_pending}: signals to the process, of which any thread takes one. */
  PendingSignals sharedPending() {
    return sharedPending;
  }

  /** {@code SIGNAL_GROUP_EXIT}: a signal without a handler has ended the process. */
  public boolean isExiting() {
    return exitSignal != 0;
  }

  /** The signal that has ended the process; 0 for none. */
  public int exitSignal() {
    return exitSignal;
  }

  /** {@code do_group_exit}: nothing else is done in user space. */
  void exit(int signal) {
    exitSignal = signal;
  }
}

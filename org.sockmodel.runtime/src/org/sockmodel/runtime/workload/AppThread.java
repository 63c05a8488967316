package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.epoll.PollWqueues;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.signal.TaskSignals;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.random.RandomStream;

/** An application thread: its task, its place in its program and what its last call returned. */
final class AppThread {

  private static final long[] NO_LOOPS = {};

  private final String name;
  final TaskSignals signals;
  final WaitQueueEntry waitEntry;
  final Program program;
  final Application application;
  final long[] roundsLeft;
  int position;
  /** The errno of the last call; 0 if it succeeded. */
  int lastErrno;
  int reservedFd;
  /** Until when a sleep that the program asks for lasts. */
  long sleepsUntilNs;
  /** {@code nsproxy->net_ns}: the namespace that the thread creates sockets in. */
  Net net;
  private Descriptor used;
  private boolean acted;
  private RandomStream random;
  private PollWqueues pollWqueues;

  AppThread(String name, TaskSignals signals, Program program, Application application, Net net) {
    this.name = name;
    this.signals = signals;
    this.application = application;
    this.net = net;
    waitEntry = new WaitQueueEntry(signals.task());
    this.program = program;
    roundsLeft = program.counters() == 0 ? NO_LOOPS : new long[program.counters()];
  }

  /** The thread takes its next operation. */
  Program.Operation next() {
    acted = true;
    return program.at(position++);
  }

  /** The thread's last operation found the end of what it reads, which may be that of loops around it. */
  void foundEnd(Descriptor read) {
    read.readToEnd();
    position = program.behindEnded(position - 1, descriptors()::isReadToEnd);
  }

  /** Whether the thread never ends anyway, or has done nothing since the last question and waits for others. */
  boolean isSettled(long nowNs) {
    boolean rests = !acted && sleepsUntilNs <= nowNs;
    acted = false;
    return rests || program.isEndless();
  }

  /** The call that the thread enters uses the file of a descriptor. */
  void uses(Descriptor descriptor) {
    used = descriptor;
    descriptor.beginCall();
  }

  /** The call has ended: the file that it used and that is to be released now, or null. */
  Object letGo() {
    Descriptor ended = used;
    used = null;
    return ended != null && ended.endCall() ? ended.file() : null;
  }

  Process process() {
    return application.process();
  }

  /** The thread's own stream; made when it draws for the first time. */
  RandomStream random() {
    if (random == null) {
      random = application.random(name);
    }
    return random;
  }

  /** What the thread polls; made when it polls for the first time. */
  PollWqueues pollWqueues() {
    if (pollWqueues == null) {
      pollWqueues = new PollWqueues(task());
    }
    return pollWqueues;
  }

  String name() {
    return name;
  }

  Task task() {
    return signals.task();
  }

  Descriptors descriptors() {
    return application.descriptors();
  }
}

package org.sockmodel.runtime.workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.signal.TaskSignals;
import org.sockmodel.runtime.kernel.signal.ThreadGroup;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.random.RandomStream;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.Signal;
import org.sockmodel.runtime.workload.time.RandomTimes;

/** A process: threads that share their descriptors. */
public final class Application {

  private final String name;
  private final Process process;
  private final Net net;
  private final String file;
  private final long seed;
  private final UserProgram userProgram;
  private final UserCalls userCalls;
  private final Descriptors descriptors = new Descriptors();
  private final ThreadGroup signals = new ThreadGroup();
  private final Map<List<Instruction>, Program> programs = new HashMap<>();
  private final List<AppThread> threads = new ArrayList<>();
  private final Map<String, Waiting> waiting = new HashMap<>();
  /** Empty until somebody asks. */
  private final Map<String, TaskSignals> byName = new HashMap<>();
  private final Map<AppThread, String> failures = new HashMap<>();
  private final Scheduler scheduler;
  private final KernelFunction cloned;
  private int tasks;
  private int lastTid;

  /** A thread that another one is to make. */
  private record Waiting(Program program, Task task) {
  }

  /**
   * @param times makes the times that threads compute
   * @param seed root of the threads' random streams
   */
  public Application(WorkloadDeclaration workload, SystemCalls calls, Scheduler scheduler, RandomTimes times,
      long seed) {
    this.scheduler = scheduler;
    cloned = calls.cloned();
    this.name = workload.name();
    this.file = workload.importedFrom();
    this.seed = seed;
    process = calls.process(workload.capabilities());
    net = calls.net(workload.network());
    userProgram = new UserProgram(calls.schedule(), calls.signals().deliver(), calls.files().taskWork());
    userCalls = new UserCalls(calls, times);
  }

  /** Starts a thread at the beginning of the run, unless another thread is to make it. */
  public void start(ThreadDeclaration declaration, Task task) {
    tasks++;
    lastTid = task.tid();
    Program program = programs.computeIfAbsent(declaration.program(), list -> new Program(list, userCalls));
    if (declaration.isStartedByThread()) {
      waiting.put(declaration.name(), new Waiting(program, task));
    } else {
      scheduler.start(task, userProgram, add(declaration.name(), program, task, net));
    }
  }

  /**
   * {@code pthread_create(3)}: makes a thread, with the namespace and the blocked signals of the one that does. It
   * sleeps until it is woken for the first time.
   *
   * @return null if it has been made before: a thread of a model runs once
   */
  AppThread create(String thread, AppThread parent) {
    Waiting child = waiting.remove(thread);
    if (child == null) {
      return null;
    }
    AppThread created = add(thread, child.program(), child.task(), parent.net);
    created.signals.inherit(parent.signals);
    scheduler.startSleeping(child.task(), userProgram, created, cloned);
    return created;
  }

  private AppThread add(String thread, Program program, Task task, Net namespace) {
    AppThread added = new AppThread(thread, signals.add(task), program, this, namespace);
    threads.add(added);
    if (!byName.isEmpty()) {
      byName.put(thread, added.signals);
    }
    return added;
  }

  Descriptors descriptors() {
    return descriptors;
  }

  Process process() {
    return process;
  }

  /** A thread ends before its program does. */
  void fail(AppThread thread, String reason) {
    failures.put(thread, reason);
  }

  /** The random stream of one of the threads. */
  RandomStream random(String thread) {
    return new RandomStream(seed, name + "/thread/" + thread);
  }

  /** The thread of this name, or null if it has not been made. */
  TaskSignals thread(String thread) {
    if (byName.isEmpty()) {
      threads.forEach(each -> byName.put(each.name(), each.signals));
    }
    return byName.get(thread);
  }

  /** Whether a thread has a loop without end. */
  public boolean isEndless() {
    return threads.stream().anyMatch(thread -> thread.program.isEndless())
        || waiting.values().stream().anyMatch(thread -> thread.program().isEndless());
  }

  /** Whether no thread whose program ends has done anything since the last question, or is asleep for a time. */
  public boolean isSettled(long nowNs) {
    return threads.stream().filter(thread -> thread.isSettled(nowNs)).count() == threads.size();
  }

  /** The thread that was started last; the ids of its threads follow each other. */
  public int lastTid() {
    return lastTid;
  }

  /** Whether one of its threads has this id. */
  public boolean has(int tid) {
    return tid <= lastTid && tid > lastTid - tasks;
  }

  /** The port of the socket behind a descriptor; -1 if it has none. */
  public int localPort(int fd) {
    Descriptor descriptor = descriptors.at(fd);
    boolean isInet = descriptor != null && descriptor.file() instanceof Sock sock
        && sock.family() == AddressFamily.AF_INET;
    return isInet ? descriptor.sock().port() : -1;
  }

  /** A line for every thread that an unhandled errno ended, and one if a signal ended the process. */
  public List<String> failures() {
    List<String> lines = new ArrayList<>();
    for (AppThread thread : threads) {
      if (failures.containsKey(thread)) {
        lines.add("thread " + thread.name() + " of " + name + " ended: " + (file.isEmpty() ? "" : file + ", ")
            + failures.get(thread));
      }
    }
    if (signals.isExiting()) {
      lines.add("workload " + name + " ended: " + Signal.name(signals.exitSignal()) + ", which it does not handle");
    }
    return lines;
  }
}

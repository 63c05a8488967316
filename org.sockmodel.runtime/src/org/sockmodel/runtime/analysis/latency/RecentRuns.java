package org.sockmodel.runtime.analysis.latency;

import java.util.Arrays;
import org.sockmodel.runtime.analysis.path.Delivery;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.SleepKind;
import org.sockmodel.runtime.analysis.state.TaskState;

/**
 * What each CPU ran lately, to tell what it did while a message waited for its reader. Cost: a few array accesses for
 * each switch, and for each of the last {@link #KEPT} that a message waited through; no allocation once a CPU has been
 * seen.
 */
final class RecentRuns {

  static final int KEPT = 256;

  private static final int NOBODY = 0;

  /** The message's own reader ran: it was busy with something else. */
  static final int READER = -3;

  /**
   * The CPU was idle although the message's reader had not gone to sleep: the kernel did not let it run, as one whose
   * cgroup has used up its quota. No tracepoint tells of that ({@code throttle_cfs_rq} in {@code kernel/sched/fair.c}).
   */
  static final int HELD_BACK = -4;

  /** The message's reader slept on something else, such as a lock or a timer; what the CPU ran was not in its way. */
  static final int ASLEEP = -5;

  /** It slept in the kernel, uninterruptibly. */
  static final int BLOCKED = -6;

  /** A signal or a debugger had stopped it. */
  static final int STOPPED = -7;

  private OfCpu[] cpus = {};

  /** A CPU runs another task from now on, which the one that ran did not make room for unless it is null. */
  void switched(CpuState cpu, TaskState runnable, TaskState next, long timeNs) {
    if (cpu.id() >= cpus.length) {
      cpus = Arrays.copyOf(cpus, cpu.id() + 1);
    }
    if (cpus[cpu.id()] == null) {
      cpus[cpu.id()] = new OfCpu();
    }
    OfCpu of = cpus[cpu.id()];
    if (!next.isIdle()) {
      of.add(next.tid(), next.comm(), timeNs);
      of.heldBackTid = next.tid() == of.heldBackTid ? NOBODY : of.heldBackTid;
    } else {
      of.heldBackTid = runnable == null || runnable.isIdle() ? of.heldBackTid : runnable.tid();
      of.add(-of.heldBackTid, Message.IDLE, timeNs);
    }
  }

  /**
   * Tells a message what the CPU on which it was read ran since a time: names of tasks, {@link Message#IDLE},
   * {@link #READER}, {@link #HELD_BACK} and how the reader slept; nothing if the time is unknown.
   */
  void search(Message message, long sinceNs) {
    if (sinceNs == Delivery.UNKNOWN_NS) {
      return;
    }
    OfCpu of = message.cpu() >= 0 && message.cpu() < cpus.length ? cpus[message.cpu()] : null;
    long endNs = message.returnNs();
    for (int age = 1; of != null && age <= KEPT && endNs > sinceNs; age++) {
      int at = of.next - age & KEPT - 1;
      if (of.startsNs[at] == Long.MIN_VALUE) {
        break;
      }
      long beganNs = Math.max(sinceNs, of.startsNs[at]);
      long startNs = beganNs;
      int task = task(of.tids[at], of.tasks[at], message.tid());
      boolean isOther = task >= 0 || task == Message.IDLE;
      long wokenNs = isOther ? Math.min(endNs, message.sleptUntilNs()) : Delivery.UNKNOWN_NS;
      if (wokenNs > startNs) {
        message.meanwhile().ran(sleep(message.lastWakeup().sleep()), 0, wokenNs - startNs);
        startNs = wokenNs;
      }
      message.meanwhile().ran(task, Math.max(of.tids[at], 0), Math.max(0, endNs - startNs));
      endNs = Math.min(endNs, beganNs);
    }
  }

  private static int sleep(SleepKind kind) {
    return switch (kind) {
      case ASLEEP -> ASLEEP;
      case BLOCKED -> BLOCKED;
      case STOPPED -> STOPPED;
    };
  }

  private static int task(int tid, int task, int reader) {
    if (task == Message.IDLE) {
      return tid == -reader ? HELD_BACK : task;
    }
    return tid == reader ? READER : task;
  }

  /** Those of one CPU, the oldest overwritten; each lasts until the next one. */
  private static final class OfCpu {
    /** Threads; of the idle one the thread that was held back meanwhile, as a negative number, or {@link #NOBODY}. */
    private final int[] tids = new int[KEPT];
    private final int[] tasks = new int[KEPT];
    private final long[] startsNs = new long[KEPT];
    private int next;
    private int heldBackTid = NOBODY;

    OfCpu() {
      Arrays.fill(startsNs, Long.MIN_VALUE);
    }

    void add(int tid, int task, long startNs) {
      tids[next] = tid;
      tasks[next] = task;
      startsNs[next] = startNs;
      next = next + 1 & KEPT - 1;
    }
  }
}

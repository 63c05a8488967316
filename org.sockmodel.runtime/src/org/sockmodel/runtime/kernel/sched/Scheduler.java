package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.IrqTracepoints.IpiSendCpu;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeup;

/**
 * The scheduler of one machine: one run queue a CPU, and the functions that others call, {@link #schedule} and {@link
 * #tryToWakeUp}. Fair scheduling by virtual time, weighted by nice value ({@code kernel/sched/fair.c}).
 */
public final class Scheduler {

  /** Length of a jiffy with {@code CONFIG_HZ=250}, in ns. */
  public static final long TICK_NS = 4_000_000;
  /** A task that has run this long gives way at a tick: {@code sysctl_sched_base_slice}. */
  private static final long SLICE_NS = 3_000_000;
  /** A woken task preempts only if it is this far behind in virtual time: {@code sysctl_sched_wakeup_granularity}. */
  private static final long WAKEUP_GRANULARITY_NS = 1_000_000;

  /** One nice level is a quarter more or less of the CPU: {@code sched_prio_to_weight}. */
  private static final double NICE_STEP = 1.25;

  private final Path[] paths;
  private final RunQueue[] runQueues;
  private final InterProcessorInterrupt[] callFunction;
  private final InterProcessorInterrupt[] reschedule;
  private final LocalTimer[] timers;
  private final boolean wakelistForIdle;
  private final Schedule schedule = new Schedule(this);
  private final TryToWakeUp tryToWakeUp = new TryToWakeUp(this);
  private final RetFromFork retFromFork = new RetFromFork();
  private final int wakelistCallsite;
  private final int reschedCallsite;
  private final int kickCallsite;
  private final int callFunctionCallback;

  /**
   * @param idleTasks the idle task of each CPU, which runs first
   * @param paths all paths of the profile
   */
  public Scheduler(Cpu[] cpus, Task[] idleTasks, Path[] paths, PathProfile profile, Names names) {
    this.paths = paths;
    wakelistForIdle = profile.has("wakelist_for_idle");
    runQueues = new RunQueue[cpus.length];
    callFunction = new InterProcessorInterrupt[cpus.length];
    reschedule = new InterProcessorInterrupt[cpus.length];
    timers = new LocalTimer[cpus.length];
    for (int i = 0; i < cpus.length; i++) {
      runQueues[i] = new RunQueue(cpus[i], idleTasks[i]);
      callFunction[i] = new InterProcessorInterrupt(new SchedTtwuPending(this), cpus[i]);
      reschedule[i] = new InterProcessorInterrupt(new SchedulerIpi(), cpus[i]);
      timers[i] = new LocalTimer(cpus[i], runQueues[i], this);
    }
    wakelistCallsite = names.intern("ttwu_queue_wakelist");
    kickCallsite = names.intern("kick_process");
    reschedCallsite = names.intern("resched_curr");
    callFunctionCallback = names.intern("generic_smp_call_function_single_interrupt");
  }

  /** {@code schedule()}: gives the CPU to another task; returns when this one runs again. */
  public KernelFunction schedule() {
    return schedule;
  }

  /** {@code try_to_wake_up()}: {@code self} is the {@link Task}; returns 1 if it slept. */
  public KernelFunction tryToWakeUp() {
    return tryToWakeUp;
  }

  /** Whether the current task of the CPU is to give way as soon as it may. */
  public boolean needResched(Cpu cpu) {
    return runQueues[cpu.id()].needResched;
  }

  public Task current(Cpu cpu) {
    return runQueues[cpu.id()].current;
  }

  /** {@code kick_process}: has a task that runs on another CPU enter the kernel. */
  public void kickProcess(Cpu from, Task task) {
    if (task.cpu != from.id() && runQueues[task.cpu].current == task) {
      from.trace().fire(IpiSendCpu.TRACEPOINT, task.cpu, kickCallsite, Names.EMPTY);
      send(from, reschedule[task.cpu]);
    }
  }

  /**
   * Gives every CPU its tick.
   *
   * @param whileBusy whether a CPU that is not idle has a periodic tick; else only timers that expire cause ticks
   */
  public void onTick(LocalTimer.Tick tick, boolean whileBusy) {
    for (LocalTimer timer : timers) {
      timer.onTick(tick, whileBusy);
    }
  }

  /** Has the CPU's next tick come in time for its tasks and its timers. */
  public void armTick(Cpu cpu) {
    timers[cpu.id()].armTick();
  }

  /** {@code task_tick_fair}: the current task gives way if it has had its share and another one waits. */
  void tick(RunQueue runQueue) {
    long ranNs = runQueue.cpu.nowNs() - runQueue.switchedInNs;
    accountCurrent(runQueue);
    if (ranNs >= SLICE_NS && runQueue.leastWaitingVirtualNs() < runQueue.current.virtualNs) {
      runQueue.needResched = true;
    }
  }


  /** Makes a new task runnable at the beginning of the run; its stack starts with {@code program}. */
  public void start(Task task, KernelFunction program, Object self) {
    RunQueue runQueue = runQueues[selectCpu(task)];
    task.cpu = runQueue.cpu.id();
    runQueue.cpu.prepare(task.stack(), program).self = self;
    runQueue.cpu.prepare(task.stack(), retFromFork);
    enqueue(runQueue, task);
    runQueue.needResched = true;
    runQueue.cpu.simulator().schedule(0, Simulator.DEVICE_PRIORITY, reschedule[task.cpu], 0);
  }

  /** Makes a new task that sleeps; {@code program} starts when it is woken for the first time. */
  public void startSleeping(Task task, KernelFunction program, Object self) {
    Cpu cpu = runQueues[selectCpu(task)].cpu;
    task.cpu = cpu.id();
    task.state = Task.INTERRUPTIBLE;
    cpu.prepare(task.stack(), program).self = self;
    cpu.prepare(task.stack(), retFromFork);
  }

  /**
   * Starts a timer that wakes the current task: {@code hrtimer_sleeper_start_expires}.
   *
   * @return what {@link #cancelTimer} needs
   */
  public long startTimer(Cpu cpu, long atNs) {
    return (long) cpu.id() << Integer.SIZE | timers[cpu.id()].start(current(cpu), atNs);
  }

  /** Takes the current task's timer back: false if it has expired. */
  public boolean cancelTimer(Cpu cpu, long timer) {
    return timers[(int) (timer >>> Integer.SIZE)].cancel(current(cpu), (int) timer);
  }

  RunQueue runQueue(int cpu) {
    return runQueues[cpu];
  }

  Path path(PathPoint point) {
    return paths[point.ordinal()];
  }

  /** {@code select_task_rq}: the CPU a task last ran on, unless another one is idle and it is not. */
  int selectCpu(Task task) {
    if (task.pinnedCpu() != Task.ANY_CPU) {
      return task.pinnedCpu();
    }
    if (runQueues[task.cpu].isIdle()) {
      return task.cpu;
    }
    for (int i = 0; i < runQueues.length; i++) {
      if (runQueues[i].isIdle()) {
        return i;
      }
    }
    return task.cpu;
  }

  /** {@code ttwu_queue_cond}: whether a wake-up is left to the target CPU. */
  boolean leavesWakeUpTo(int target, Cpu waker) {
    return target != waker.id() && wakelistForIdle && runQueues[target].isIdle();
  }

  void queueOnWakeList(Cpu waker, Task task, int target) {
    task.cpu = target;
    runQueues[target].wakeList.add(task);
    waker.trace().fire(IpiSendCpu.TRACEPOINT, target, wakelistCallsite, callFunctionCallback);
    send(waker, callFunction[target]);
  }

  /** {@code ttwu_do_activate}: the task is runnable from here on. */
  void activate(Cpu by, Task task, int target) {
    RunQueue runQueue = runQueues[target];
    task.cpu = target;
    task.virtualNs = Math.max(task.virtualNs, runQueue.minVirtualNs - WAKEUP_GRANULARITY_NS);
    enqueue(runQueue, task);
    boolean preempts = preemptsCurrent(runQueue, task);
    by.trace().fire(SchedWakeup.TRACEPOINT, task.comm(), task.tid(), task.prio(), target);
    if (preempts) {
      runQueue.needResched = true;
      if (target != by.id()) {
        by.trace().fire(IpiSendCpu.TRACEPOINT, target, reschedCallsite, Names.EMPTY);
        send(by, reschedule[target]);
      }
    }
  }

  /** Accounts the time that the current task ran, in virtual time. */
  void accountCurrent(RunQueue runQueue) {
    long nowNs = runQueue.cpu.nowNs();
    Task current = runQueue.current;
    if (current != runQueue.idle) {
      long ranNs = nowNs - runQueue.runningSinceNs;
      current.virtualNs += current.nice() == 0 ? ranNs : Math.round(ranNs * StrictMath.pow(NICE_STEP, current.nice()));
      runQueue.minVirtualNs = Math.max(runQueue.minVirtualNs, current.virtualNs);
    }
    runQueue.runningSinceNs = nowNs;
  }

  void enqueue(RunQueue runQueue, Task task) {
    task.state = Task.RUNNING;
    task.onRunQueue = true;
    runQueue.enqueue(task);
  }

  private boolean preemptsCurrent(RunQueue runQueue, Task woken) {
    accountCurrent(runQueue);
    Task current = runQueue.current;
    return current == runQueue.idle || woken.virtualNs + WAKEUP_GRANULARITY_NS < current.virtualNs;
  }

  private void send(Cpu from, InterProcessorInterrupt interrupt) {
    Simulator simulator = from.simulator();
    long arrivalNs = simulator.nowNs() + path(PathPoint.IPI_LATENCY).totalNs();
    simulator.schedule(arrivalNs, Simulator.DEVICE_PRIORITY, interrupt, 0);
  }

  /** {@code ret_from_fork}: where a new task begins. */
  private static final class RetFromFork extends KernelFunction {

    RetFromFork() {
      super("ret_from_fork");
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      cpu.irqsOn();
      cpu.ret(frame, 0);
    }
  }
}

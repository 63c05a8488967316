package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
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
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeupNew;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * The scheduler of one machine: one run queue a CPU, and the functions that others call, {@link #schedule} and {@link
 * #tryToWakeUp}. Who runs next and for how long is up to a {@link FairPolicy}, and where a task runs to {@link
 * SelectTaskRq}.
 */
public final class Scheduler {

  /** Length of a jiffy with {@code CONFIG_HZ=250}, in ns. */
  public static final long TICK_NS = 4_000_000;

  /** {@code WF_SYNC}, a flag of a wake-up: the waker is about to sleep. */
  public static final int SYNC = 1;

  private final Path[] paths;
  private final Path reschedCurr;
  private final RunQueue[] runQueues;
  private final InterProcessorInterrupt[] callFunction;
  private final InterProcessorInterrupt[] reschedule;
  private final LocalTimer[] timers;
  private final FairPolicy policy;
  private final SelectTaskRq placement;
  private final NewidleBalance newidleBalance;
  private final boolean wakelistForIdle;
  private final Schedule schedule = new Schedule(this);
  private final TryToWakeUp tryToWakeUp = new TryToWakeUp(this);
  private final WakeUpNewTask wakeUpNewTask = new WakeUpNewTask(this);
  private final RetFromFork retFromFork = new RetFromFork();
  private StartOfTasks starts;
  private final int wakelistCallsite;
  private final int reschedCallsite;
  private final int kickCallsite;
  private final int callFunctionCallsite;
  private final int callFunctionCallback;

  /**
   * @param idleTasks the idle task of each CPU, which runs first
   * @param paths all paths of the profile
   */
  public Scheduler(Cpu[] cpus, Task[] idleTasks, Path[] paths, PathProfile profile, Names names) {
    this.paths = paths;
    reschedCurr = CallPoint.RESCHED_CURR.in(paths);
    policy = profile.has("eevdf")
        ? new EevdfPolicy(cpus.length, profile.number("base_slice_ns"), profile.has("delay_dequeue"))
        : new CfsPolicy(cpus.length);
    wakelistForIdle = profile.has("wakelist_for_idle");
    RootDomain domain = new RootDomain();
    runQueues = new RunQueue[cpus.length];
    callFunction = new InterProcessorInterrupt[cpus.length];
    reschedule = new InterProcessorInterrupt[cpus.length];
    timers = new LocalTimer[cpus.length];
    for (int i = 0; i < cpus.length; i++) {
      runQueues[i] = new RunQueue(cpus[i], idleTasks[i], domain, profile.has("eevdf"));
      callFunction[i] = new InterProcessorInterrupt(new SchedTtwuPending(this), cpus[i]);
      reschedule[i] = new InterProcessorInterrupt(new SchedulerIpi(), cpus[i]);
      timers[i] = new LocalTimer(cpus[i], runQueues[i], this);
    }
    placement = new SelectTaskRq(runQueues, profile.has("recent_used_cpu"));
    newidleBalance = new NewidleBalance(domain, runQueues, policy);
    wakelistCallsite = names.intern("ttwu_queue_wakelist");
    kickCallsite = names.intern("kick_process");
    reschedCallsite = names.intern("resched_curr");
    callFunctionCallsite = names.intern("generic_exec_single");
    callFunctionCallback = names.intern("generic_smp_call_function_single_interrupt");
  }

  /** The jiffy of a time. */
  public static long jiffy(long ns) {
    return ns / TICK_NS;
  }

  /** So many jiffies that {@code ns} fits in. */
  public static long jiffies(long ns) {
    return (ns + TICK_NS - 1) / TICK_NS;
  }

  /** When a limit counted in jiffies is over, of which the current one is the first. */
  public static long jiffiesLaterNs(long nowNs, long jiffies) {
    return (jiffy(nowNs) + jiffies) * TICK_NS;
  }

  /** {@code schedule()}: gives the CPU to another task; returns when this one runs again. */
  public KernelFunction schedule() {
    return schedule;
  }

  /** {@code try_to_wake_up()}: {@code self} is the {@link Task}; returns 1 if it slept. */
  public KernelFunction tryToWakeUp() {
    return tryToWakeUp;
  }

  /** {@code wake_up_new_task()}: {@code self} is a {@link Task} that {@link #startSleeping} has made. */
  public KernelFunction wakeUpNewTask() {
    return wakeUpNewTask;
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

  /** {@code available_idle_cpu}. */
  public boolean isIdle(Cpu cpu) {
    return runQueues[cpu.id()].isIdle();
  }

  /** Tells the CPU's timer that it leaves idle, or becomes idle. */
  void idleOrBusy(Cpu cpu, boolean wasIdle, boolean isIdle) {
    if (wasIdle) {
      timers[cpu.id()].leaveIdle();
    } else if (isIdle) {
      timers[cpu.id()].enterIdle();
    }
  }

  /** {@code task_tick_fair}: the current task gives way if it has had its share and another one waits. */
  void tick(RunQueue runQueue) {
    long ranNs = runQueue.cpu.nowNs() - runQueue.switchedInNs;
    if (account(runQueue) || runQueue.runningTask() != null && policy.givesWay(runQueue, ranNs)) {
      runQueue.needResched = true;
    }
  }

  /** Makes a task runnable at the beginning of the run, as if it had slept; its stack starts with {@code program}. */
  public void start(Task task, KernelFunction program, Object self) {
    prepare(task, program, self).prepare(task, retFromFork);
    RunQueue runQueue = runQueues[task.cpu];
    policy.place(runQueue, task);
    enqueue(runQueue, task);
    runQueue.needResched = true;
    if (starts == null || !starts.isOpen()) {
      starts = new StartOfTasks(runQueue.cpu.simulator(), reschedule);
    }
    starts.add(task.cpu);
  }

  /** Makes a new task that sleeps; {@code program} starts when it is woken for the first time. */
  public void startSleeping(Task task, KernelFunction program, Object self) {
    prepare(task, program, self).prepare(task, retFromFork);
    task.state = Task.INTERRUPTIBLE;
  }

  /**
   * The same for a thread of user space, which another one makes.
   *
   * @param child what the thread returns from before its program starts
   */
  public void startSleeping(Task task, KernelFunction program, Object self, KernelFunction child) {
    Cpu cpu = prepare(task, program, self);
    cpu.prepare(task, child);
    cpu.prepare(task, retFromFork);
    task.state = Task.INTERRUPTIBLE;
  }

  /** Chooses a CPU for a new task, puts its program at the bottom of its stack, and gives back that CPU. */
  private Cpu prepare(Task task, KernelFunction program, Object self) {
    task.cpu = placement.forNew(task);
    task.recentCpu = (short) task.cpu;
    Cpu cpu = runQueues[task.cpu].cpu;
    cpu.prepare(task, program).self = self;
    return cpu;
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

  FairPolicy policy() {
    return policy;
  }

  SelectTaskRq placement() {
    return placement;
  }

  NewidleBalance newidleBalance() {
    return newidleBalance;
  }

  /** What has {@code target} call a function in an interrupt: a {@code call_single_data_t}. */
  public SmpCall smpCall(KernelFunction function, Cpu target) {
    return new SmpCall(this, new InterProcessorInterrupt(function, target), target.id(), callFunctionCallsite,
        callFunctionCallback);
  }

  RunQueue runQueue(int cpu) {
    return runQueues[cpu];
  }

  Path path(PathPoint point) {
    return point.in(paths);
  }

  /** {@code ttwu_queue_cond}: whether a wake-up is left to the target CPU. */
  boolean leavesWakeUpTo(int target, Cpu waker) {
    return target != waker.id() && wakelistForIdle && runQueues[target].tasks() == 0;
  }

  void queueOnWakeList(Cpu waker, Task task, int target) {
    task.cpu = target;
    runQueues[target].wakeList.add(task);
    if (runQueues[target].wakeList.size() == 1) {
      waker.trace().fire(IpiSendCpu.TRACEPOINT, target, wakelistCallsite, callFunctionCallback);
      send(waker, callFunction[target]);
    }
  }

  /** {@code ttwu_do_activate}: the task is runnable from here on. */
  void activate(Cpu by, Task task, int target) {
    RunQueue runQueue = runQueues[target];
    task.cpu = target;
    boolean over = account(runQueue);
    policy.place(runQueue, task);
    enqueue(runQueue, task);
    wakeUp(by, task, over, SchedWakeup.TRACEPOINT);
  }

  /** {@code activate_task} of a task that never ran. */
  void activateNew(Cpu by, Task task) {
    RunQueue runQueue = runQueues[task.cpu];
    account(runQueue);
    policy.place(runQueue, task);
    enqueue(runQueue, task);
    wakeUp(by, task, false, SchedWakeupNew.TRACEPOINT);
  }

  /** {@code ttwu_runnable}: the task has not left its run queue yet. */
  void keep(Cpu by, Task task) {
    RunQueue runQueue = runQueues[task.cpu];
    boolean over = account(runQueue);
    if (task.delayed) {
      task.delayed = false;
      policy.requeue(runQueue, task);
    }
    task.state = Task.RUNNING;
    wakeUp(by, task, over, SchedWakeup.TRACEPOINT);
  }

  private void wakeUp(Cpu by, Task task, boolean over, Tracepoint tracepoint) {
    RunQueue runQueue = runQueues[task.cpu];
    boolean preempts = runQueue.current != task && preemptsCurrent(runQueue, task);
    if (preempts || over) {
      resched(by, runQueue);
    }
    if (by.trace().enabled()) {
      by.trace().fire(tracepoint, task.comm(), task.tid(), task.prio(), task.cpu);
    }
  }

  private boolean preemptsCurrent(RunQueue runQueue, Task woken) {
    return runQueue.current == runQueue.idle
        || runQueue.runningTask() != null && policy.preempts(runQueue, woken);
  }

  /** {@code resched_curr}. */
  private void resched(Cpu by, RunQueue runQueue) {
    by.enter(reschedCurr);
    runQueue.needResched = true;
    int target = runQueue.cpu.id();
    if (target != by.id()) {
      by.trace().fire(IpiSendCpu.TRACEPOINT, target, reschedCallsite, Names.EMPTY);
      send(by, reschedule[target]);
    }
  }

  /**
   * {@code update_curr}: accounts the time that the current task ran.
   *
   * @return whether it has had what it may have
   */
  boolean account(RunQueue runQueue) {
    runQueue.account();
    return runQueue.runningTask() != null && policy.isOver(runQueue);
  }

  private static void enqueue(RunQueue runQueue, Task task) {
    task.state = Task.RUNNING;
    task.onRunQueue = true;
    runQueue.enqueue(task);
  }

  void send(Cpu from, InterProcessorInterrupt interrupt) {
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

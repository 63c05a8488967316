package org.sockmodel.runtime.kernel.softirq;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqRaise;

/** The softirqs of one machine: {@code softirq_vec} and each CPU's pending mask, {@code kernel/softirq.c}. */
public final class Softirqs {

  /** Timers: {@code TIMER_SOFTIRQ}. */
  public static final int TIMER = 1;
  /** Transmit: {@code NET_TX_SOFTIRQ}. */
  public static final int NET_TX = 2;

  /** Receive: {@code NET_RX_SOFTIRQ}. */
  public static final int NET_RX = 3;

  /** Timers of high resolution: {@code HRTIMER_SOFTIRQ}. */
  public static final int HRTIMER = 8;

  private static final int NR_SOFTIRQS = 10;

  final Path[] paths;
  final Scheduler scheduler;
  final long coldTaskNs;
  private final KernelFunction[] actions = new KernelFunction[NR_SOFTIRQS];
  private final PerCpu[] perCpu;
  private final HandleSoftirqs onInterruptExit;
  private final HandleSoftirqs onEnable;
  private final boolean leavesThemToKsoftirqd;
  private KernelFunction deliverSignals;

  /** What {@code irq_cpustat_t} and {@code preempt_count} hold of softirqs on one CPU. */
  static final class PerCpu {

    int pending;
    int disabled;
    boolean serving;
    Task ksoftirqd;

    int takePending() {
      int taken = pending;
      pending = 0;
      return taken;
    }
  }

  /**
   * @param profile whether only ksoftirqd runs softirqs once it is runnable ({@code ksoftirqd_running}), and how much
   *     longer a task takes whose caches they left cold
   */
  public Softirqs(int cpus, Path[] paths, Scheduler scheduler, PathProfile profile) {
    leavesThemToKsoftirqd = profile.has("ksoftirqd_running");
    coldTaskNs = profile.coldTaskNs();
    this.paths = paths;
    this.scheduler = scheduler;
    perCpu = new PerCpu[cpus];
    for (int i = 0; i < cpus; i++) {
      perCpu[i] = new PerCpu();
    }
    onInterruptExit = new HandleSoftirqs(this, PathPoint.SOFTIRQ_ENTRY.in(paths));
    onEnable = new HandleSoftirqs(this, PathPoint.SOFTIRQ_ON_ENABLE.in(paths));
  }

  /** {@code open_softirq}. */
  public void open(int vector, KernelFunction action) {
    actions[vector] = action;
  }

  /** Sets what an interrupted task with a pending signal does before it goes on; see kernel.signal. */
  public void onSignal(KernelFunction deliver) {
    deliverSignals = deliver;
  }

  KernelFunction deliverSignals() {
    return deliverSignals;
  }

  /** The function that receives every interrupt of the machine's CPUs. */
  public KernelFunction interruptEntry() {
    return new HandleInterrupt(this);
  }

  /** Creates {@code ksoftirqd/N} of a CPU, which sleeps until it is needed. */
  public void startKsoftirqd(Task ksoftirqd, int cpu) {
    perCpu[cpu].ksoftirqd = ksoftirqd;
    scheduler.startSleeping(ksoftirqd, new RunKsoftirqd(this), ksoftirqd);
  }

  /** {@code __raise_softirq_irqoff}: marks a vector pending. */
  public void raise(Cpu cpu, int vector) {
    cpu.trace().fire(SoftirqRaise.TRACEPOINT, vector);
    perCpu[cpu.id()].pending |= 1 << vector;
  }

  /** {@code local_bh_disable}; nests. */
  public void disable(Cpu cpu) {
    perCpu[cpu.id()].disabled++;
  }

  /** {@code local_bh_enable}: runs what is pending before the caller goes on at {@code nextPc}. */
  public void enable(Cpu cpu, Frame frame, int nextPc) {
    perCpu[cpu.id()].disabled--;
    if (mayRun(cpu)) {
      cpu.irqsOff();
      cpu.call(frame, onEnable, nextPc);
    } else {
      frame.pc = nextPc;
    }
  }

  /** Whether an interrupt's exit or {@code local_bh_enable} is to run softirqs now. */
  boolean mayRun(Cpu cpu) {
    return isPending(cpu) && !(leavesThemToKsoftirqd && perCpu[cpu.id()].ksoftirqd.state() == Task.RUNNING);
  }

  /** Whether softirqs are pending and nothing on this CPU keeps them from running now. */
  boolean isPending(Cpu cpu) {
    PerCpu state = perCpu[cpu.id()];
    return state.pending != 0 && state.disabled == 0 && !state.serving;
  }

  PerCpu of(Cpu cpu) {
    return perCpu[cpu.id()];
  }

  KernelFunction action(int vector) {
    return actions[vector];
  }

  KernelFunction handleSoftirqs() {
    return onInterruptExit;
  }
}

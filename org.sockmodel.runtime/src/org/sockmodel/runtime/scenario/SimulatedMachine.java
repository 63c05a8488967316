package org.sockmodel.runtime.scenario;

import java.util.EnumSet;
import java.util.Set;
import org.sockmodel.runtime.kernel.congestion.Congestions;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.CpuTrace;
import org.sockmodel.runtime.kernel.cpu.Emulation;
import org.sockmodel.runtime.kernel.cpu.Host;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.KernelStacks;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.netdev.NapiHash;
import org.sockmodel.runtime.kernel.netdev.NapiStruct;
import org.sockmodel.runtime.kernel.netdev.NapiThreadedPoll;
import org.sockmodel.runtime.kernel.netdev.NetRxAction;
import org.sockmodel.runtime.kernel.netdev.SoftnetStat;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.signal.SendSignal;
import org.sockmodel.runtime.kernel.skb.DeferredFrees;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.SkbReleaseData;
import org.sockmodel.runtime.kernel.sock.SkBusyLoop;
import org.sockmodel.runtime.kernel.sock.SkErrorReport;
import org.sockmodel.runtime.kernel.sock.SkWakeAsync;
import org.sockmodel.runtime.kernel.sock.SockCallbacks;
import org.sockmodel.runtime.kernel.sock.SockDefReadable;
import org.sockmodel.runtime.kernel.sock.SockWaking;
import org.sockmodel.runtime.kernel.softirq.OtherSoftirqs;
import org.sockmodel.runtime.kernel.softirq.Softirqs;
import org.sockmodel.runtime.kernel.timer.HrtimerSoftirq;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;
import org.sockmodel.runtime.kernel.wait.WakeUp;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.random.RandomStream;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.SchedTracepoints.ProcessState;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.uapi.CongestionAlgorithm;
import org.sockmodel.runtime.uapi.PollEvent;

/** One machine with its kernel: CPUs, scheduler, softirqs and network stack, wired by what its declaration says. */
final class SimulatedMachine {

  private static final int DEFAULT_BUDGET_PACKETS = 300;
  /** {@code 2 * USEC_PER_SEC / HZ}, {@code net/core/hotdata.c}. */
  private static final long DEFAULT_BUDGET_USECS = 8000;
  private static final long NS_PER_USEC = 1000;
  private static final int FIRST_TID = 100;

  private final MachineDeclaration declaration;
  private final Simulator simulator;
  private final Names names;
  private final PathProfile profile;
  private final Path[] paths;
  private final Cpu[] cpus;
  private final Scheduler scheduler;
  private final Softirqs softirqs;
  private final SoftnetStat[] softnetStats;
  private final NetRxAction netRx;
  private final NapiHash napis;
  private final SkBusyLoop busyLoop;
  private final SkBuffPool pool;
  private final DeferredFrees frees;
  private final SockCallbacks sockCallbacks;
  private final TimerSoftirq timers;
  private final HrtimerSoftirq hrtimers;
  private final Congestions congestions;
  private final long seed;
  private final ScheduleTimeout scheduleTimeout;
  private final InetStack inet;
  private final SystemCallLayer sockets;
  private int nextTid = FIRST_TID;

  SimulatedMachine(MachineDeclaration declaration, long seed, Simulator simulator, Names names, TraceSink sink,
      boolean traceFunctions) {
    this.declaration = declaration;
    this.seed = seed;
    this.simulator = simulator;
    this.names = names;
    profile = profile(declaration);
    paths = profile.paths(names);
    pool = new SkBuffPool(new SkBuffPool.Heads((int) profile.number("small_head_bytes"),
        (int) profile.number("napi_small_head_bytes"), (int) profile.number("max_tcp_header_bytes")));
    KernelStacks stacks = new KernelStacks(traceFunctions);
    cpus = new Cpu[declaration.cpus()];
    Task[] idle = new Task[cpus.length];
    for (int i = 0; i < cpus.length; i++) {
      idle[i] = new Task(0, names.intern("swapper/" + i), 0, i);
      CpuTrace trace = new CpuTrace(sink, names, traceFunctions);
      cpus[i] = new Cpu(i, simulator, stacks, trace, idle[i]);
    }
    scheduler = new Scheduler(cpus, idle, paths, profile, names);
    softirqs = new Softirqs(cpus.length, paths, scheduler, profile);
    KernelFunction interruptEntry = softirqs.interruptEntry();
    for (Cpu cpu : cpus) {
      cpu.onInterrupt(interruptEntry);
    }
    frees = new DeferredFrees(cpus.length, paths, names, new SkbReleaseData(pool, names), profile.has("defer_free"));
    softnetStats = Softnet.stats(cpus.length);
    netRx = new NetRxAction(softnetStats, paths, profile, softirqs, scheduler.tryToWakeUp(), frees,
        new NetRxAction.Budget((int) sysctl("netdev_budget", DEFAULT_BUDGET_PACKETS),
            sysctl("netdev_budget_usecs", DEFAULT_BUDGET_USECS) * NS_PER_USEC));
    softirqs.open(Softirqs.NET_RX, netRx);
    napis = new NapiHash(cpus.length);
    busyLoop = new SkBusyLoop(paths, softirqs, scheduler, napis, netRx);
    SkWakeAsync wakeAsync = new SkWakeAsync(SendSignal.sigio(paths, scheduler));
    sockCallbacks = new SockCallbacks(new SockDefReadable(paths, names, WakeUp.sync(paths), wakeAsync),
        new SockWaking("sock_def_wakeup", PathPoint.SOCK_DEF_WAKEUP.in(paths), WakeUp.all(paths), 0),
        new SkErrorReport(new SockWaking("sock_def_error_report",
            PathPoint.SOCK_DEF_ERROR_REPORT.in(paths), WakeUp.poll(paths), PollEvent.POLLERR)), wakeAsync);
    timers = startTimers();
    hrtimers = new HrtimerSoftirq(cpus.length, softirqs);
    softirqs.open(Softirqs.HRTIMER, hrtimers);
    congestions = new Congestions(algorithm(), algorithms(), seed, declaration.name());
    scheduleTimeout = new ScheduleTimeout(scheduler, timers);
    inet = new InetStack(this);
    sockets = new SystemCallLayer(this, inet);
    startKsoftirqds();
  }

  /** Random numbers for one element of the machine. */
  RandomStream randomOf(String element) {
    return new RandomStream(seed, declaration.name() + "/" + element);
  }

  MachineDeclaration declaration() {
    return declaration;
  }

  Simulator simulator() {
    return simulator;
  }

  Names names() {
    return names;
  }

  PathProfile profile() {
    return profile;
  }

  Path[] paths() {
    return paths;
  }

  Cpu cpu(int id) {
    return cpus[id];
  }

  /** Has a host run all CPUs; each of them as it is run. */
  Emulation[] emulate(Host host) {
    inet.drivers().emulate(host, simulator);
    Emulation[] emulations = new Emulation[cpus.length];
    for (int i = 0; i < cpus.length; i++) {
      emulations[i] = new Emulation(host, simulator);
      cpus[i].emulate(emulations[i]);
      new OtherSoftirqs(softirqs, cpus[i]).emulate(host);
    }
    return emulations;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  /** {@code send_sig}: to the current thread. */
  KernelFunction sendSig() {
    return SendSignal.toCurrent(paths, scheduler);
  }

  Softirqs softirqs() {
    return softirqs;
  }

  /** The counters of {@code /proc/net/softnet_stat}, by CPU. */
  SoftnetStat[] softnetStats() {
    return softnetStats;
  }

  NetRxAction netRx() {
    return netRx;
  }

  /** What readers can poll. */
  NapiHash napis() {
    return napis;
  }

  SkBusyLoop busyLoop() {
    return busyLoop;
  }

  SkBuffPool pool() {
    return pool;
  }

  TimerSoftirq timers() {
    return timers;
  }

  HrtimerSoftirq hrtimers() {
    return hrtimers;
  }

  /** A random number that the kernel draws when it boots. */
  long secret(String name) {
    return randomOf(name).nextLong();
  }

  /** What controls the congestion of TCP connections. */
  Congestions congestions() {
    return congestions;
  }

  DeferredFrees frees() {
    return frees;
  }

  InetStack inet() {
    return inet;
  }

  /** The callbacks of {@code sock_init_data}, which most protocols keep. */
  SockCallbacks sockCallbacks() {
    return sockCallbacks;
  }

  ScheduleTimeout scheduleTimeout() {
    return scheduleTimeout;
  }

  SystemCallLayer sockets() {
    return sockets;
  }

  /** A new thread's task. */
  Task task(String name, int nice, int pinnedCpu) {
    return new Task(nextTid++, names.intern(ThreadDeclaration.comm(name)), nice, pinnedCpu);
  }

  /** {@code napi_kthread_create}: a thread of its own polls a context of a device. */
  void pollInThread(NapiStruct napi, String device) {
    Task thread = task("napi/" + device + "-" + napi.napiId(), 0, Task.ANY_CPU);
    napi.pollIn(thread);
    scheduler.startSleeping(thread, new NapiThreadedPoll(paths, netRx, softirqs, scheduler), napi);
    traceTask(thread);
  }

  /** Tells the trace that a task exists, as a tracer does when it begins. */
  void traceTask(Task task) {
    CpuTrace trace = cpus[task.cpu()].trace();
    if (trace.enabled()) {
      trace.begin(ProcessState.TRACEPOINT)
          .set(ProcessState.TID, task.tid())
          .set(ProcessState.PID, task.tid())
          .set(ProcessState.COMM, task.comm())
          .set(ProcessState.CPU, task.cpu())
          .set(ProcessState.STATUS, task.state());
      trace.commit();
    }
  }

  /** The timers of all CPUs. With {@code nohz_full}, a busy CPU has no periodic tick either. */
  private TimerSoftirq startTimers() {
    TimerSoftirq softirq = new TimerSoftirq(cpus, paths, scheduler, softirqs,
        !profile.has("timer_bucket_expiry"), !profile.has("timer_next_expiry"), profile.has("timer_migration"));
    softirqs.open(Softirqs.TIMER, softirq);
    scheduler.onTick(softirq, sysctl("nohz_full", 0) == 0);
    return softirq;
  }

  /** The one that the model states, or else the kernel's default, {@code CONFIG_DEFAULT_TCP_CONG}. */
  private CongestionAlgorithm algorithm() {
    return CongestionAlgorithm.of(declaration.congestionControl())
        .orElse(profile.has("default_bbr") ? CongestionAlgorithm.BBR : CongestionAlgorithm.CUBIC);
  }

  private Set<CongestionAlgorithm> algorithms() {
    return profile.has("bbr") ? EnumSet.allOf(CongestionAlgorithm.class)
        : EnumSet.complementOf(EnumSet.of(CongestionAlgorithm.BBR));
  }

  private void startKsoftirqds() {
    for (Cpu cpu : cpus) {
      Task ksoftirqd = task("ksoftirqd/" + cpu.id(), 0, cpu.id());
      softirqs.startKsoftirqd(ksoftirqd, cpu.id());
      traceTask(ksoftirqd);
    }
  }

  /** A sysctl that the model states, or else its default. */
  long sysctl(String name, long otherwise) {
    return declaration.sysctls().getOrDefault(name, otherwise);
  }

  static PathProfile profile(MachineDeclaration declaration) {
    try {
      PathProfile profile = PathProfile.of(declaration.kernel());
      profile.costs(declaration.costsNs());
      return profile;
    } catch (IllegalArgumentException e) {
      throw new ScenarioException(declaration.line(), e.getMessage());
    }
  }
}

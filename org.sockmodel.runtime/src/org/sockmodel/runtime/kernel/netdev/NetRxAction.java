package org.sockmodel.runtime.kernel.netdev;

import java.util.ArrayDeque;
import java.util.stream.Stream;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.cpu.StraightFunction;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.skb.DeferredFrees;
import org.sockmodel.runtime.kernel.softirq.Softirqs;
import org.sockmodel.runtime.trace.NetTracepoints.NapiPoll;

/**
 * {@code net_rx_action}, {@code net/core/dev.c}: polls what is scheduled on this CPU until nothing is left, or the
 * budget of packets or of time is used up; then it raises itself again. Locals: {@code n} budget left, {@code k} the
 * jiffy in which the time is over.
 *
 * <p>Who uses up its weight is polled again: before Linux 3.19 in the same run, since then only when all others had
 * their turn, in the next run. What is scheduled during a run belongs to it before 3.19 and since 6.4; before 6.4 it
 * raises the softirq in any case.
 */
public final class NetRxAction extends StraightFunction {

  private static final int BEGIN = 0;
  private static final int FLUSH = 1;
  private static final int NEXT = 2;
  private static final int POLL = 3;
  private static final int POLLED = 4;
  private static final int END = 5;

  private final Path begin;
  private final Path napiPoll;
  private final Softirqs softirqs;
  private final DeferredFrees frees;
  private final PollLists[] lists;
  private final SoftnetStat[] stats;
  private final KernelFunction tryToWakeUp;
  private final int budgetPackets;
  private final long budgetJiffies;
  private final boolean repollsInNextRun;
  private final boolean takesNewOnes;
  private final boolean raisesDuringRun;
  private final boolean remembersMissed;

  /**
   * What one run may use up.
   *
   * @param packets {@code net.core.netdev_budget}
   * @param timeNs {@code net.core.netdev_budget_usecs}, in ns
   */
  public record Budget(int packets, long timeNs) {
  }

  /** {@code softnet_data.poll_list} of one CPU, and what a run took from it. */
  private static final class PollLists {

    final PollList scheduled = new PollList();
    final PollList running = new PollList();
    final PollList again = new PollList();
    /** {@code rps_ipi_list}: backlogs whose CPUs are to be interrupted. */
    final ArrayDeque<Backlog> steered = new ArrayDeque<>();
    boolean inAction;
    boolean inThreadedPoll;

    /** Takes what is scheduled while nothing of the run is left. */
    void take() {
      scheduled.moveTo(running);
    }

    /** What is left is first to be polled in the next run. */
    void giveBack() {
      scheduled.moveTo(running);
      again.moveTo(running);
      running.moveTo(scheduled);
    }
  }

  /**
   * @param stats one a CPU
   * @param profile decides by its options {@code net_rx_repoll_list}, {@code in_net_rx_action}, {@code napi_missed}
   */
  public NetRxAction(SoftnetStat[] stats, Path[] paths, PathProfile profile, Softirqs softirqs,
      KernelFunction tryToWakeUp, DeferredFrees frees, Budget budget) {
    super("net_rx_action");
    begin = PathPoint.NET_RX_ACTION.in(paths);
    napiPoll = PathPoint.NAPI_POLL.in(paths);
    this.softirqs = softirqs;
    this.frees = frees;
    budgetPackets = budget.packets();
    budgetJiffies = Scheduler.jiffies(budget.timeNs());
    repollsInNextRun = profile.has("net_rx_repoll_list");
    raisesDuringRun = !profile.has("in_net_rx_action");
    takesNewOnes = !repollsInNextRun || !raisesDuringRun;
    remembersMissed = profile.has("napi_missed");
    this.stats = stats;
    this.tryToWakeUp = tryToWakeUp;
    lists = Stream.generate(PollLists::new).limit(stats.length).toArray(PollLists[]::new);
  }

  /**
   * {@code napi_schedule}: has this CPU or the context's own thread poll it, unless it is scheduled already.
   *
   * @return {@code nextPc} if the caller is to go on there within this step, or {@link Cpu#SUSPENDED}
   */
  public int schedule(Cpu cpu, Frame frame, NapiStruct napi, int nextPc) {
    if (!napi.prepare()) {
      return nextPc;
    }
    if (napi.thread() != null) {
      return cpu.callOn(frame, tryToWakeUp, napi.thread(), nextPc);
    }
    add(cpu, napi);
    return nextPc;
  }

  /** {@code napi_schedule} of a context by its own poll, whose thread, if it has one, will look again by itself. */
  public void scheduleByPoll(Cpu cpu, NapiStruct napi) {
    if (napi.prepare()) {
      addUnlessThreaded(cpu, napi);
    }
  }

  /** {@code napi_schedule_rps}: this CPU polls its backlog; the CPU of another one is told when NET_RX ends here. */
  void schedule(Cpu cpu, Backlog backlog) {
    if (backlog.isScheduled()) {
      return;
    }
    backlog.prepare();
    if (backlog.cpu() == cpu.id()) {
      add(cpu, backlog);
      return;
    }
    PollLists list = lists[cpu.id()];
    list.steered.add(backlog);
    if (raisesDuringRun || !list.inAction && !list.inThreadedPoll) {
      softirqs.raise(cpu, Softirqs.NET_RX);
    }
  }

  /** {@code net_rps_action_and_irq_enable}: interrupts the CPUs that packets have been steered to. */
  void interruptSteeredTo(Cpu cpu) {
    ArrayDeque<Backlog> steered = lists[cpu.id()].steered;
    while (!steered.isEmpty()) {
      steered.poll().interruptItsCpu(cpu);
    }
  }

  /** A thread polls on this CPU, or has done so; it does itself what NET_RX does after its polls. */
  void threadedPoll(Cpu cpu, boolean begins) {
    lists[cpu.id()].inThreadedPoll = begins;
    if (!begins) {
      interruptSteeredTo(cpu);
      frees.flush(cpu);
    }
  }

  /**
   * The end of {@code napi_complete_done}: nothing is left to poll, unless it was scheduled during the poll.
   *
   * @return false if it will be polled again
   */
  public boolean complete(Cpu cpu, NapiStruct napi) {
    if (!remembersMissed) {
      napi.complete();
      return true;
    }
    if (napi.completeUnlessMissed()) {
      return true;
    }
    addUnlessThreaded(cpu, napi);
    return false;
  }

  /**
   * {@code __busy_poll_stop}: a reader has left packets, and somebody else takes over.
   *
   * @param timed whether that is a timer, not the softirq
   */
  public void busyPollStop(Cpu cpu, NapiStruct napi, boolean timed) {
    if (timed) {
      napi.complete();
    } else {
      add(cpu, napi);
    }
  }

  private void addUnlessThreaded(Cpu cpu, NapiStruct napi) {
    if (napi.thread() == null) {
      add(cpu, napi);
    }
  }

  /** {@code ____napi_schedule}. */
  void add(Cpu cpu, NapiStruct napi) {
    PollLists list = lists[cpu.id()];
    list.scheduled.add(napi);
    if (raisesDuringRun || !list.inAction) {
      softirqs.raise(cpu, Softirqs.NET_RX);
    }
  }

  @Override
  protected int run(Cpu cpu, Frame frame, Object self, int from) {
    PollLists list = lists[cpu.id()];
    int pc = from;
    if (pc == BEGIN) {
      frame.n = budgetPackets;
      frame.k = Scheduler.jiffiesLaterNs(cpu.nowNs(), budgetJiffies);
      list.inAction = true;
      list.take();
      pc = cpu.walkOn(frame, begin, FLUSH);
    }
    if (pc == FLUSH) {
      frees.flush(cpu);
      pc = NEXT;
    }
    while (pc != END && pc != Cpu.SUSPENDED) {
      if (pc == NEXT) {
        pc = next(cpu, frame, list);
      }
      if (pc == POLL) {
        NapiStruct napi = (NapiStruct) frame.self;
        pc = cpu.callOn(frame, napi.poll(), napi, napi.weightPackets(), 0, POLLED);
      }
      if (pc == POLLED) {
        pc = polled(cpu, frame, list);
      }
    }
    if (pc != END) {
      return suspend(frame, frame.self);
    }
    end(cpu, list);
    return ret(cpu, 0);
  }

  private int next(Cpu cpu, Frame frame, PollLists list) {
    if (list.running.isEmpty() && list.again.isEmpty() && takesNewOnes) {
      list.take();
    }
    NapiStruct napi = list.running.poll();
    if (napi == null) {
      return END;
    }
    frame.self = napi;
    return cpu.walkOn(frame, napiPoll, POLL);
  }

  private int polled(Cpu cpu, Frame frame, PollLists list) {
    NapiStruct napi = (NapiStruct) frame.self;
    long work = cpu.result();
    if (cpu.trace().enabled()) {
      cpu.trace().fire(NapiPoll.TRACEPOINT, napi.address(), napi.deviceName(), work, napi.weightPackets());
    }
    if (work == napi.weightPackets()) {
      (repollsInNextRun ? list.again : list.running).add(napi);
    }
    frame.n -= work;
    boolean squeezed = (frame.n <= 0 || cpu.nowNs() >= frame.k) && squeeze(stats[cpu.id()], list);
    return squeezed ? END : NEXT;
  }

  /** The kernel counts a squeeze also when nothing is left; before 3.19 only if something is. */
  private boolean squeeze(SoftnetStat stat, PollLists list) {
    boolean squeezes = repollsInNextRun || !list.running.isEmpty() || !list.scheduled.isEmpty();
    if (squeezes) {
      stat.timeSqueeze++;
    }
    return squeezes;
  }

  /** Whoever schedules a context from now on need not raise what is raised here. */
  private void end(Cpu cpu, PollLists list) {
    list.giveBack();
    list.inAction = !list.scheduled.isEmpty();
    if (!list.scheduled.isEmpty()) {
      softirqs.raise(cpu, Softirqs.NET_RX);
    }
    interruptSteeredTo(cpu);
  }
}

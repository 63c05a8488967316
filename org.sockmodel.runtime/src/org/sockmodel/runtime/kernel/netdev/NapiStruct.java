package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.sched.Task;

/** What a CPU polls: {@code struct napi_struct}, {@code include/linux/netdevice.h}. */
public abstract class NapiStruct {

  private final long address;
  private final int deviceName;
  private final int weightPackets;
  private Task thread;
  private boolean scheduled;
  private boolean missed;
  private boolean inBusyPoll;
  private int napiId;
  /** The next one of the {@link PollList} that it is in: {@code poll_list}. */
  NapiStruct next;

  /**
   * @param address what a trace shows as {@code napi}
   * @param deviceName an id in the trace's names
   * @param weightPackets the most packets of one poll
   */
  protected NapiStruct(long address, int deviceName, int weightPackets) {
    this.address = address;
    this.deviceName = deviceName;
    this.weightPackets = weightPackets;
  }

  /** The driver's poll function: {@code self} is this, {@code n} the budget; returns how many packets it took. */
  public abstract KernelFunction poll();

  /** One who waits for packets has polled so many, and counts them in the namespace of the device. */
  public void countBusyPolled(long packets) {
  }

  public long address() {
    return address;
  }

  public int deviceName() {
    return deviceName;
  }

  public int weightPackets() {
    return weightPackets;
  }

  /** Has a thread of its own poll it instead of NET_RX: {@code /sys/class/net/DEV/threaded}. */
  public final void pollIn(Task newThread) {
    thread = newThread;
  }

  /** {@code napi->thread}; null if NET_RX polls. */
  final Task thread() {
    return thread;
  }

  /** Whether it is to be polled or being polled: {@code NAPI_STATE_SCHED}. */
  public final boolean isScheduled() {
    return scheduled;
  }

  /** {@code napi_schedule_prep}: false if it is scheduled already, which is remembered ({@code NAPI_STATE_MISSED}). */
  final boolean prepare() {
    missed = scheduled;
    scheduled = true;
    return !missed;
  }

  /** What packets say of where they come from: {@code napi_id}; 0 if nobody can poll it but the softirq. */
  public final int napiId() {
    return napiId;
  }

  final void napiId(int id) {
    napiId = id;
  }

  /** A reader is about to poll it: false if it is scheduled already, or another reader's. */
  public final boolean takeForBusyPoll() {
    if (scheduled) {
      return false;
    }
    scheduled = true;
    inBusyPoll = true;
    return true;
  }

  /**
   * The reader gives it back, but for one last poll.
   *
   * @param cpu where the reader runs, and such a timer with it
   * @param prefersBusyPoll whether the reader expects to come again before interrupts are needed
   * @return whether a timer will have it polled next
   */
  public final boolean endBusyPoll(Cpu cpu, boolean prefersBusyPoll) {
    missed = false;
    inBusyPoll = false;
    return prefersBusyPoll && deferInterrupts(cpu);
  }

  /** Whether a reader polls it, who will say when that is over: {@code NAPI_STATE_IN_BUSY_POLL}. */
  protected final boolean isInBusyPoll() {
    return inBusyPoll;
  }

  /** Leaves the next poll to a timer on this CPU, if the device is set up so; otherwise false. */
  protected boolean deferInterrupts(Cpu cpu) {
    return false;
  }

  /** Whether the device has an {@code irq_suspend_timeout}. */
  public boolean suspendsInterrupts() {
    return false;
  }

  /** {@code napi_suspend_irqs}: leaves the next poll to a reader, and only after a long time to a timer on its CPU. */
  public void suspendInterrupts(Cpu cpu) {
  }

  /** Says that nothing is left to poll. */
  protected final void complete() {
    scheduled = false;
    missed = false;
  }

  /** Says so unless somebody has scheduled it during the poll; then it is to be polled again. */
  final boolean completeUnlessMissed() {
    boolean completed = !missed;
    scheduled = missed;
    missed = false;
    return completed;
  }
}

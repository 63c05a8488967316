package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;

/** What a CPU polls: {@code struct napi_struct}, {@code include/linux/netdevice.h}. */
public abstract class NapiStruct {

  private final long address;
  private final int deviceName;
  private final int weightPackets;
  private boolean scheduled;
  private boolean missed;

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

  public long address() {
    return address;
  }

  public int deviceName() {
    return deviceName;
  }

  public int weightPackets() {
    return weightPackets;
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

package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;

/** What a CPU polls: {@code struct napi_struct}, {@code include/linux/netdevice.h}. */
public abstract class NapiStruct {

  private final long address;
  private final int deviceName;
  private final int weightPackets;
  boolean scheduled;

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

  /** {@code napi_complete_done}: says that nothing is left to poll. */
  protected void complete() {
    scheduled = false;
  }
}

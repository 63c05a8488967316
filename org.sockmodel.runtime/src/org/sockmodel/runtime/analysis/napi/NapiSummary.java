package org.sockmodel.runtime.analysis.napi;

import java.util.List;

/**
 * Polls of NAPI contexts.
 *
 * @param devices by device, most polls first
 */
public record NapiSummary(List<Device> devices) {

  /**
   * Polls of one device's NAPI contexts.
   *
   * @param name the device's name; {@code (no_device)} is the backlog of loopback and veth
   * @param empty polls that found no packet
   * @param budgetExhausted polls that used up their budget
   * @param packetsPerPoll how many polls found how many packets, fewest packets first
   */
  public record Device(String name, long polls, long packets, long empty, long budgetExhausted,
      List<PollCount> packetsPerPoll) {

    public Device {
      packetsPerPoll = List.copyOf(packetsPerPoll);
    }

    /** How many packets {@code percent} of the polls found at most. */
    public int percentile(int percent) {
      long left = (polls * percent + 99) / 100;
      for (PollCount count : packetsPerPoll) {
        left -= count.polls();
        if (left <= 0) {
          return count.packets();
        }
      }
      return 0;
    }
  }

  /** How many polls found that many packets. */
  public record PollCount(int packets, long polls) {
  }

  public NapiSummary {
    devices = List.copyOf(devices);
  }

  public long polls() {
    return devices.stream().mapToLong(Device::polls).sum();
  }
}

package org.sockmodel.runtime.analysis.drops;

import java.util.List;

/**
 * Packets that were thrown away.
 *
 * @param freed packets that {@code kfree_skb} reports, whatever the reason
 * @param missed packets that a card lost since its ring was full ({@code rx_missed_errors})
 * @param places both by reason and place, most frequent first
 * @param devices those of both whose device the trace tells, by device, most frequent first
 * @param receiveQueueFull how often a socket's receive queue was full ({@code sock_rcvqueue_full})
 * @param udpQueueFailed datagrams that a UDP socket did not take ({@code udp_fail_queue_rcv_skb})
 * @param udpPorts those by local port, most frequent first
 */
public record DropSummary(long freed, long missed, List<Place> places, List<DeviceCount> devices,
    long receiveQueueFull, long udpQueueFailed, List<PortCount> udpPorts) {

  /**
   * Packets freed for one reason at one place.
   *
   * @param reason the kernel's name of the reason; empty for kernels that give none
   * @param location the kernel function, or the card that had no room
   */
  public record Place(String reason, String location, long count) {
  }

  /** Packets that a device had received or was to send. */
  public record DeviceCount(String device, long count) {
  }

  /** Datagrams for one local port. */
  public record PortCount(int port, long count) {
  }

  /** Whether the trace shows any. */
  public boolean isEmpty() {
    return freed == 0 && missed == 0 && receiveQueueFull == 0 && udpQueueFailed == 0;
  }

  public DropSummary {
    places = List.copyOf(places);
    devices = List.copyOf(devices);
    udpPorts = List.copyOf(udpPorts);
  }
}

package org.sockmodel.runtime.analysis.drops;

import java.util.List;

/**
 * Packets that were thrown away.
 *
 * @param freed packets that {@code kfree_skb} reports, whatever the reason
 * @param places those by reason and place, most frequent first
 * @param receiveQueueFull how often a socket's receive queue was full ({@code sock_rcvqueue_full})
 * @param udpQueueFailed datagrams that a UDP socket did not take ({@code udp_fail_queue_rcv_skb})
 * @param udpPorts those by local port, most frequent first
 */
public record DropSummary(long freed, List<Place> places, long receiveQueueFull, long udpQueueFailed,
    List<PortCount> udpPorts) {

  /**
   * Packets freed for one reason at one place.
   *
   * @param reason the kernel's name of the reason; empty for kernels that give none
   * @param location the kernel function
   */
  public record Place(String reason, String location, long count) {
  }

  /** Datagrams for one local port. */
  public record PortCount(int port, long count) {
  }

  public DropSummary {
    places = List.copyOf(places);
    udpPorts = List.copyOf(udpPorts);
  }
}

package org.sockmodel.runtime.analysis.drops;

import static org.sockmodel.runtime.trace.NetTracepoints.KfreeSkb.LOCATION;
import static org.sockmodel.runtime.trace.NetTracepoints.KfreeSkb.REASON;
import static org.sockmodel.runtime.trace.NetTracepoints.KfreeSkb.SKBADDR;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.distribution.KeyCounts;
import org.sockmodel.runtime.analysis.path.PacketPaths;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.trace.DeviceTracepoints.NicDrop;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.NetTracepoints;
import org.sockmodel.runtime.trace.TraceEvent;

/** Counts dropped packets by reason and place, and by device. Cost: a few look-ups a drop; no allocation. */
public final class DropAnalysis {

  private final PacketPaths paths;
  private final Filter filter;
  private final Names names;
  private final KeyCounts places = new KeyCounts();
  private final KeyCounts devices = new KeyCounts();
  private final KeyCounts udpPorts = new KeyCounts();
  private final int ringFull;
  private long receiveQueueFull;
  private long ringDrops;

  public DropAnalysis(PacketPaths paths, Filter filter, Names names) {
    this.paths = paths;
    this.filter = filter;
    this.names = names;
    ringFull = names.intern("rx_missed");
  }

  /** Takes part in following a trace; before {@code paths} do, which forget the device of a packet that is freed. */
  public void attach(KernelState state) {
    state.on(NetTracepoints.KfreeSkb.TRACEPOINT, this::freed, SKBADDR, REASON, LOCATION);
    state.on(NicDrop.TRACEPOINT, this::missed, NicDrop.DEV);
    state.on(NetTracepoints.SockRcvqueueFull.TRACEPOINT, this::queueFull);
    state.on(NetTracepoints.UdpFailQueueRcvSkb.TRACEPOINT, this::udpFailed,
        NetTracepoints.UdpFailQueueRcvSkb.DPORT);
  }

  private void freed(TraceEvent event, CpuState cpu) {
    if (filter.acceptsCpu(cpu.id())) {
      long reason = event.name(REASON);
      long location = event.name(LOCATION);
      places.add(reason << 32 | location);
      countDevice(event.has(SKBADDR) ? paths.deviceOf(event.value(SKBADDR)) : Names.EMPTY);
    }
  }

  private void countDevice(int device) {
    if (device != Names.EMPTY) {
      devices.add(device);
    }
  }

  /** The card had no room; the place is the card. */
  private void missed(TraceEvent event, CpuState cpu) {
    if (filter.acceptsCpu(cpu.id())) {
      ringDrops++;
      places.add((long) ringFull << 32 | event.value(NicDrop.DEV));
      countDevice(event.intValue(NicDrop.DEV));
    }
  }

  private void queueFull(TraceEvent event, CpuState cpu) {
    receiveQueueFull += filter.acceptsCpu(cpu.id()) ? 1 : 0;
  }

  private void udpFailed(TraceEvent event, CpuState cpu) {
    long port = event.has(NetTracepoints.UdpFailQueueRcvSkb.DPORT)
        ? event.value(NetTracepoints.UdpFailQueueRcvSkb.DPORT) : 0;
    if (filter.acceptsCpu(cpu.id()) && filter.acceptsPort((int) port)) {
      udpPorts.add(port);
    }
  }

  /** What has been counted so far. */
  public DropSummary summary() {
    Map<String, DropSummary.Place> byText = new TreeMap<>();
    long lost = places.others();
    for (KeyCounts.Entry entry : places.entries()) {
      lost += entry.count();
      String reason = names.text((int) (entry.key() >>> 32));
      String location = function(names.text((int) entry.key()));
      byText.merge(reason + '\0' + location, new DropSummary.Place(reason, location, entry.count()),
          (one, other) -> new DropSummary.Place(reason, location, one.count() + other.count()));
    }
    List<DropSummary.Place> list = byText.values().stream()
        .sorted(Comparator.comparingLong(DropSummary.Place::count).reversed()).limit(filter.top()).toList();
    List<DropSummary.DeviceCount> ofDevices = devices.entries().stream().limit(filter.top())
        .map(entry -> new DropSummary.DeviceCount(names.text((int) entry.key()), entry.count())).toList();
    List<DropSummary.PortCount> ports = udpPorts.entries().stream().limit(filter.top())
        .map(entry -> new DropSummary.PortCount((int) entry.key(), entry.count())).toList();
    long failed = udpPorts.others() + udpPorts.entries().stream().mapToLong(KeyCounts.Entry::count).sum();
    return new DropSummary(lost - ringDrops, ringDrops, list, ofDevices, receiveQueueFull, failed, ports);
  }

  /** The function of a location such as {@code udp_queue_rcv_one_skb+0x1d/0x2f0}. */
  private static String function(String location) {
    int plus = location.indexOf('+');
    return plus < 0 ? location : location.substring(0, plus);
  }
}

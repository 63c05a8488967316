package org.sockmodel.runtime.analysis.napi;

import static org.sockmodel.runtime.trace.NetTracepoints.NapiPoll.BUDGET;
import static org.sockmodel.runtime.trace.NetTracepoints.NapiPoll.DEV_NAME;
import static org.sockmodel.runtime.trace.NetTracepoints.NapiPoll.WORK;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.distribution.KeyCounts;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;

/** Counts polls by device and number of packets. Cost: one look-up a poll; no allocation. */
public final class NapiAnalysis {

  private static final int MOST_PACKETS = 0xffff;
  private static final int EXHAUSTED = 1 << 16;

  private final Filter filter;
  private final Names names;
  private final KeyCounts polls = new KeyCounts();

  public NapiAnalysis(Filter filter, Names names) {
    this.filter = filter;
    this.names = names;
  }

  /** Takes {@code napi_poll}: a poll has ended. */
  public void polled(TraceEvent event, CpuState cpu) {
    if (!filter.acceptsCpu(cpu.id()) || !event.has(WORK)) {
      return;
    }
    long work = Math.max(0, Math.min(event.value(WORK), MOST_PACKETS));
    boolean exhausted = event.has(BUDGET) && event.value(BUDGET) > 0 && event.value(WORK) >= event.value(BUDGET);
    long device = event.has(DEV_NAME) ? event.value(DEV_NAME) : Names.EMPTY;
    polls.add(device << 17 | (exhausted ? EXHAUSTED : 0) | work);
  }

  /** What has been counted so far. */
  public NapiSummary summary() {
    Map<String, List<KeyCounts.Entry>> byDevice = new LinkedHashMap<>();
    for (KeyCounts.Entry entry : polls.entries()) {
      byDevice.computeIfAbsent(names.text((int) (entry.key() >> 17)), name -> new ArrayList<>()).add(entry);
    }
    List<NapiSummary.Device> devices = new ArrayList<>();
    byDevice.forEach((name, entries) -> devices.add(device(name, entries)));
    devices.sort(Comparator.comparingLong(NapiSummary.Device::polls).reversed());
    return new NapiSummary(devices);
  }

  private static NapiSummary.Device device(String name, List<KeyCounts.Entry> entries) {
    Map<Integer, Long> perPoll = new TreeMap<>();
    long count = 0;
    long packets = 0;
    long exhausted = 0;
    for (KeyCounts.Entry entry : entries) {
      int work = (int) (entry.key() & MOST_PACKETS);
      count += entry.count();
      packets += work * entry.count();
      exhausted += (entry.key() & EXHAUSTED) != 0 ? entry.count() : 0;
      perPoll.merge(work, entry.count(), Long::sum);
    }
    List<NapiSummary.PollCount> list = perPoll.entrySet().stream()
        .map(entry -> new NapiSummary.PollCount(entry.getKey(), entry.getValue())).toList();
    return new NapiSummary.Device(name, count, packets, perPoll.getOrDefault(0, 0L), exhausted, list);
  }
}

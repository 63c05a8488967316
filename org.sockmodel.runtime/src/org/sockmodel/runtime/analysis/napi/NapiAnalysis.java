package org.sockmodel.runtime.analysis.napi;

import static org.sockmodel.runtime.trace.NetTracepoints.NapiPoll.BUDGET;
import static org.sockmodel.runtime.trace.NetTracepoints.NapiPoll.DEV_NAME;
import static org.sockmodel.runtime.trace.NetTracepoints.NapiPoll.NAPI;
import static org.sockmodel.runtime.trace.NetTracepoints.NapiPoll.WORK;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.distribution.KeyCounts;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.LongTable;

/**
 * Counts polls by device, by NAPI context and by number of packets. Cost: three look-ups a poll; no allocation. After
 * the most contexts that are told apart, further ones count for their device alone.
 */
public final class NapiAnalysis {

  private static final int MOST_PACKETS = 0xffff;
  private static final int EXHAUSTED = 1 << 16;
  private static final int WORK_BITS = 17;
  private static final int CPU_BITS = 16;
  private static final int MOST_CONTEXTS = 1 << 10;
  private static final int MOST_KEYS = 1 << 16;
  private static final int UNKNOWN = -1;

  private final Filter filter;
  private final Names names;
  private final KeyCounts polls = new KeyCounts();
  private final LongTable contexts = new LongTable();
  private final long[] addresses = new long[MOST_CONTEXTS];
  private final long[] devices = new long[MOST_CONTEXTS];
  private final KeyCounts pollsOfContexts = new KeyCounts(MOST_KEYS);
  private final KeyCounts cpusOfContexts = new KeyCounts(MOST_KEYS);
  private int numbers;

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
    long device = event.name(DEV_NAME);
    long found = (exhausted ? EXHAUSTED : 0) | work;
    polls.add(device << WORK_BITS | found);
    long context = event.has(NAPI) && event.value(NAPI) != 0 ? context(event.value(NAPI), device) : UNKNOWN;
    if (context != UNKNOWN) {
      pollsOfContexts.add(context << WORK_BITS | found);
      cpusOfContexts.add(context << CPU_BITS | cpu.id());
    }
  }

  /** The number of a context; one whose memory has gone to another device is another context. */
  private int context(long address, long device) {
    int known = contexts.get(address, UNKNOWN);
    if (known != UNKNOWN && devices[known] == device) {
      return known;
    }
    int number = numbers;
    if (number == MOST_CONTEXTS) {
      return UNKNOWN;
    }
    contexts.put(address, number);
    addresses[number] = address;
    devices[number] = device;
    numbers++;
    return number;
  }

  /** What has been counted so far. */
  public NapiSummary summary() {
    Map<String, List<NapiSummary.Context>> contextsOf = contextsByDevice();
    List<NapiSummary.Device> all = new ArrayList<>();
    grouped(polls, key -> names.text((int) (key >> WORK_BITS))).forEach((name, entries) -> all.add(
        new NapiSummary.Device(name, polls(entries), contextsOf.getOrDefault(name, List.of()))));
    all.sort(Comparator.comparingLong((NapiSummary.Device device) -> device.all().count()).reversed()
        .thenComparing(NapiSummary.Device::name));
    return new NapiSummary(all);
  }

  private Map<String, List<NapiSummary.Context>> contextsByDevice() {
    Map<Long, List<KeyCounts.Entry>> cpus = grouped(cpusOfContexts, key -> key >> CPU_BITS);
    Map<String, List<NapiSummary.Context>> byDevice = new LinkedHashMap<>();
    grouped(pollsOfContexts, key -> key >> WORK_BITS).forEach((number, entries) -> {
      List<KeyCounts.Entry> ofContext = cpus.getOrDefault(number, List.of());
      int cpu = ofContext.isEmpty() ? UNKNOWN : (int) (ofContext.get(0).key() & (1 << CPU_BITS) - 1);
      byDevice.computeIfAbsent(names.text((int) devices[number.intValue()]), name -> new ArrayList<>())
          .add(new NapiSummary.Context(addresses[number.intValue()], cpu, ofContext.size(), polls(entries)));
    });
    byDevice.values().forEach(contexts -> contexts.sort(Comparator
        .comparingLong((NapiSummary.Context context) -> context.polls().count()).reversed()
        .thenComparing(NapiSummary.Context::address, Long::compareUnsigned)));
    return byDevice;
  }

  private static <K> Map<K, List<KeyCounts.Entry>> grouped(KeyCounts counts, LongFunction<K> group) {
    Map<K, List<KeyCounts.Entry>> groups = new LinkedHashMap<>();
    for (KeyCounts.Entry entry : counts.entries()) {
      groups.computeIfAbsent(group.apply(entry.key()), key -> new ArrayList<>()).add(entry);
    }
    return groups;
  }

  private static NapiSummary.Polls polls(List<KeyCounts.Entry> entries) {
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
    return new NapiSummary.Polls(count, packets, perPoll.getOrDefault(0, 0L), exhausted, list);
  }
}

package org.sockmodel.runtime.scenario;

import java.util.EnumMap;
import java.util.Map;
import org.sockmodel.runtime.kernel.families.profile.KernelVersion;
import org.sockmodel.runtime.kernel.snmp.NetMib;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

/**
 * What {@code nstat} would show of one network namespace at the end of a run.
 *
 * @param network the namespace; that of the machine's name is the one that it boots with
 * @param counts all counters of the machine's kernel that are not 0
 */
public record ProtocolCounters(String network, Map<SnmpCounter, Long> counts) {

  static ProtocolCounters of(String network, NetMib mib, String kernel) {
    KernelVersion version = KernelVersion.of(kernel.substring(1).replace('_', '.'));
    Map<SnmpCounter, Long> counts = new EnumMap<>(SnmpCounter.class);
    for (SnmpCounter counter : SnmpCounter.values()) {
      if (mib.get(counter) != 0 && counter.isIn(version.major(), version.minor())) {
        counts.put(counter, mib.get(counter));
      }
    }
    return new ProtocolCounters(network, counts);
  }

  /** The counts of each group, in the order of the counters; none for a group of which nothing was counted. */
  public Map<SnmpCounter.Group, Map<SnmpCounter, Long>> byGroup() {
    Map<SnmpCounter.Group, Map<SnmpCounter, Long>> groups = new EnumMap<>(SnmpCounter.Group.class);
    for (SnmpCounter.Group group : SnmpCounter.Group.values()) {
      groups.put(group, new EnumMap<>(SnmpCounter.class));
    }
    counts.forEach((counter, count) -> groups.get(counter.group()).put(counter, count));
    return groups;
  }

  /** How often something was counted. */
  public long get(SnmpCounter counter) {
    return counts.getOrDefault(counter, 0L);
  }
}

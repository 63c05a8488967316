package org.sockmodel.runtime.kernel.snmp;

/** The counters of one network namespace: {@code struct netns_mib}, {@code include/net/netns/mib.h}. */
public final class NetMib {

  private final long[] counts = new long[SnmpCounter.values().length];

  /** {@code SNMP_INC_STATS}. */
  public void count(SnmpCounter counter) {
    counts[counter.ordinal()]++;
  }

  /** {@code SNMP_ADD_STATS}. */
  public void add(SnmpCounter counter, long number) {
    counts[counter.ordinal()] += number;
  }

  /** {@code snmp_fold_field}. */
  public long get(SnmpCounter counter) {
    return counts[counter.ordinal()];
  }
}

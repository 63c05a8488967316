package org.sockmodel.runtime.kernel.netdev;

import java.util.Arrays;

/**
 * On which CPU the reader of a flow made its last call: {@code struct rps_sock_flow_table}, {@code include/net/rps.h}.
 * Flows whose hashes share an entry displace each other. Cost: an array access.
 */
public final class RpsSockFlowTable {

  private static final long NOBODY = -1;

  private final long[] readers;
  private final int mask;

  /**
   * @param entries {@code net.core.rps_sock_flow_entries}, rounded up to a power of two
   */
  public RpsSockFlowTable(int entries) {
    readers = new long[powerOfTwo(entries)];
    mask = readers.length - 1;
    Arrays.fill(readers, NOBODY);
  }

  /** {@code rps_record_sock_flow}: the reader of a flow runs on a CPU; a hash of 0 is none. */
  public void record(int hash, int cpu) {
    if (hash != 0) {
      readers[hash & mask] = (long) hash << Integer.SIZE | cpu;
    }
  }

  /** The CPU of a flow's reader; -1 if it is not known. */
  int readerCpu(int hash) {
    long reader = readers[hash & mask];
    return reader != NOBODY && (int) (reader >> Integer.SIZE) == hash ? (int) reader : -1;
  }

  static int powerOfTwo(int entries) {
    return Integer.highestOneBit(Math.max(1, 2 * entries - 1));
  }
}

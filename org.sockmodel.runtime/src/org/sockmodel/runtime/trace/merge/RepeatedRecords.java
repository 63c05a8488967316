package org.sockmodel.runtime.trace.merge;

/**
 * Tells which records of one CPU are of an event that another buffer of the tracer holds too: an event that is switched
 * on in several instances is recorded in each of them, one after the other, the same but for its time. Cost: some tens
 * of nanoseconds a record; memory: the last {@value #KEPT} records that were not told yet.
 */
public final class RepeatedRecords {

  /** Between the same event of two buffers an interrupt may come, with events of its own. */
  private static final int KEPT = 64;
  private static final long NEAR_NS = 100_000;

  private final long[] hashes = new long[KEPT];
  private final long[] timesNs = new long[KEPT];
  /** A bit for each buffer that has told it; 0 where there is no record yet. */
  private final long[] buffers = new long[KEPT];
  private int oldest;
  private int count;

  /** The number of one more buffer. */
  public int addBuffer() {
    return count++;
  }

  /**
   * Takes the next record of any buffer, in the order of time.
   *
   * @param buffer number of the buffer; those from {@link Long#SIZE} on have the bit of another
   * @param hash of the whole record
   * @return whether another buffer, and not this one, has told the same shortly before
   */
  public boolean isRepeated(int buffer, long timeNs, long hash) {
    long bit = 1L << buffer;
    for (int i = 0; i < KEPT; i++) {
      int place = oldest + i & KEPT - 1;
      if (hashes[place] == hash && buffers[place] != 0 && (buffers[place] & bit) == 0
          && timeNs - timesNs[place] <= NEAR_NS) {
        buffers[place] |= bit;
        return true;
      }
    }
    hashes[oldest] = hash;
    timesNs[oldest] = timeNs;
    buffers[oldest] = bit;
    oldest = oldest + 1 & KEPT - 1;
    return false;
  }
}

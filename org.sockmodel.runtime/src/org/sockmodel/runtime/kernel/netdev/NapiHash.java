package org.sockmodel.runtime.kernel.netdev;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be polled by those who wait for its packets, by its number: {@code napi_hash}, {@code net/core/dev.c}. A
 * look-up costs O(1).
 */
public final class NapiHash {

  private final int minNapiId;
  private final List<NapiStruct> napis = new ArrayList<>();

  /**
   * @param cpus numbers up to this mean CPUs, not NAPI contexts
   */
  public NapiHash(int cpus) {
    minNapiId = cpus + 1;
  }

  /** {@code napi_hash_add}. */
  public void add(NapiStruct napi) {
    napi.napiId(minNapiId + napis.size());
    napis.add(napi);
  }

  /** {@code napi_by_id}: null if the number means none. */
  public NapiStruct byId(int napiId) {
    int place = napiId - minNapiId;
    return place >= 0 && place < napis.size() ? napis.get(place) : null;
  }
}

package org.sockmodel.runtime.trace.perfetto.json;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many slices are open on each track, so that none ends that did not begin and none stays open. */
final class SliceStacks {

  private final Map<Long, Integer> depths = new HashMap<>();

  /** Takes a track with open slices. */
  interface OpenTrack {
    void accept(int pid, int tid, int depth);
  }

  void open(int pid, int tid) {
    depths.merge(key(pid, tid), 1, Integer::sum);
  }

  boolean isOpen(int pid, int tid) {
    return depths.containsKey(key(pid, tid));
  }

  /** Whether there was a slice to close. */
  boolean close(int pid, int tid) {
    Integer depth = depths.get(key(pid, tid));
    if (depth == null) {
      return false;
    }
    if (depth == 1) {
      depths.remove(key(pid, tid));
    } else {
      depths.put(key(pid, tid), depth - 1);
    }
    return true;
  }

  /** All tracks with open slices, in order. */
  void forEachOpen(OpenTrack action) {
    new TreeMap<>(depths).forEach((key, depth) -> action.accept((int) (key >>> 32), (int) (long) key, depth));
  }

  private static long key(int pid, int tid) {
    return (long) pid << 32 | tid & 0xffffffffL;
  }
}

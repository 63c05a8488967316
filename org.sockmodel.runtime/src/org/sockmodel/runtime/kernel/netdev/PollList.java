package org.sockmodel.runtime.kernel.netdev;

/**
 * What is to be polled, in order: {@code poll_list} of {@code struct softnet_data}, {@code include/linux/netdevice.h}.
 * A context is in one list at a time. All costs O(1).
 */
final class PollList {

  private NapiStruct first;
  private NapiStruct last;

  boolean isEmpty() {
    return first == null;
  }

  /** {@code list_add_tail}. */
  void add(NapiStruct napi) {
    if (first == null) {
      first = napi;
    } else {
      last.next = napi;
    }
    last = napi;
  }

  /** Takes the first; null if there is none. */
  NapiStruct poll() {
    NapiStruct napi = first;
    if (napi != null) {
      first = napi.next;
      napi.next = null;
    }
    return napi;
  }

  /** {@code list_splice_tail_init}: all of them go behind those of another list. */
  void moveTo(PollList other) {
    if (first == null) {
      return;
    }
    if (other.first == null) {
      other.first = first;
    } else {
      other.last.next = first;
    }
    other.last = last;
    first = null;
  }
}

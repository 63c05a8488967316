package org.sockmodel.runtime.kernel.skb;

/**
 * What makes a packet a fragment of another, or one that was put together of fragments: {@code iph->id}, {@code
 * iph->frag_off} and {@code skb_shinfo(skb)->frag_list}, {@code include/linux/skbuff.h}.
 */
public final class IpFragment {

  private int id;
  private int bytes;
  private boolean last;
  private boolean unchecked;
  private SkBuff list;

  void clear() {
    bytes = 0;
    unchecked = false;
    list = null;
  }

  void set(int newId, int newBytes, boolean isLast) {
    id = newId;
    bytes = newBytes;
    last = isLast;
  }

  void copy(IpFragment other) {
    id = other.id;
    bytes = other.bytes;
    last = other.last;
    unchecked = other.unchecked;
    list = other.list;
  }

  /** {@code inet_frag_reasm_finish}: nobody has looked at the checksum of the whole. */
  void reassemble(SkBuff others) {
    bytes = 0;
    unchecked = true;
    list = others;
  }

  /** {@code iph->id}. */
  public int id() {
    return id;
  }

  /** How much of what follows the IP header is in it; 0 if it is no fragment. */
  public int bytes() {
    return bytes;
  }

  /** Whether nothing comes after it ({@code IP_MF} is clear). */
  public boolean isLast() {
    return last;
  }

  /** Whether the transport checksum is still to be looked at, and no longer from now on. */
  boolean takeUnchecked() {
    boolean was = unchecked;
    unchecked = false;
    return was;
  }

  /** The fragments behind the first one, in their order; null if there are none. */
  SkBuff list() {
    return list;
  }
}

package org.sockmodel.runtime.kernel.skb;

/**
 * The page that the next data of a sender are copied to: {@code struct page_frag}, {@code
 * include/linux/mm_types_task.h}. Packets that hold data of it are its users; of pages before it nobody needs to know.
 * All operations O(1).
 *
 * <p>Caveat: Linux keeps one for each task, here each socket has one.
 */
public final class PageFrag {

  /** {@code SKB_FRAG_PAGE_ORDER}. */
  private static final int SIZE_BYTES = 32_768;
  /** No less room than this is used. */
  private static final int LEAST_BYTES = 32;

  private int usedBytes;
  private int users;
  private long page;

  /** {@code skb_page_frag_refill}: this page anew if nobody uses it, or another if it is full. */
  public void refill() {
    if (users == 0) {
      usedBytes = 0;
    } else if (usedBytes + LEAST_BYTES > SIZE_BYTES) {
      page++;
      users = 0;
      usedBytes = 0;
    }
  }

  /** Whether the page is empty, so that what is copied next follows nothing. */
  public boolean isNew() {
    return usedBytes == 0;
  }

  public int roomBytes() {
    return SIZE_BYTES - usedBytes;
  }

  /** Data is copied to the page. */
  public void take(int bytes) {
    usedBytes += bytes;
  }

  /** The page as it is now, which {@link #drop} takes. */
  long hold() {
    users++;
    return page;
  }

  /** {@code get_page} of a page that another packet holds. */
  void hold(long held) {
    users += held == page ? 1 : 0;
  }

  /** {@code put_page}. */
  void drop(long held) {
    users -= held == page ? 1 : 0;
  }

  boolean isNow(long held) {
    return held == page;
  }
}

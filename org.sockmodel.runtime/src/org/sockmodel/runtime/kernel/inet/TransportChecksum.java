package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * The checksums of UDP and TCP that a card did not find right ({@code CHECKSUM_NONE}): {@code
 * __skb_checksum_validate_complete}, {@code include/linux/skbuff.h}. What is short is checked before a socket is looked
 * for; of other packets the one who takes the data finds it, maybe while copying them.
 *
 * <p>Caveats: the time that the check takes is not told from the copy's; {@code udp_poll} of a file that blocks drops
 * such a datagram, and is not modelled: here {@code poll} tells of it as for a file that does not block.
 *
 * @param checksShort whether there is such a check at all
 */
public record TransportChecksum(boolean checksShort) {

  /** {@code CHECKSUM_BREAK}. */
  private static final int CHECKSUM_BREAK_BYTES = 76;

  /** {@code skb_checksum_init}: whether the checksum is found wrong before a socket is looked for. */
  public boolean isFoundWrong(SkBuff skb) {
    return checksShort && isWrong(skb) && skb.wholeBytes() <= CHECKSUM_BREAK_BYTES;
  }

  /** {@code __skb_checksum_complete}. */
  public static boolean isWrong(SkBuff skb) {
    return skb.memory().isDamaged();
  }
}

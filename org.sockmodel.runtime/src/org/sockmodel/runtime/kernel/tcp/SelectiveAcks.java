package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.skb.SackOption;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

/**
 * What a receiver tells of segments that came out of order or twice: {@code selective_acks} and {@code duplicate_sack}
 * of {@code struct tcp_sock}, with {@code tcp_sack_new_ofo_skb}, {@code tcp_sack_remove} and {@code tcp_dsack_set},
 * {@code net/ipv4/tcp_input.c}. The block that changed last comes first. Cost: O(blocks), of which there are four.
 */
final class SelectiveAcks {

  /** So many blocks have room beside the timestamps. */
  private static final int ROOM_BLOCKS = 3;

  private final TcpSock sock;
  private final long[] starts = new long[SackOption.MOST_BLOCKS];
  private final long[] ends = new long[SackOption.MOST_BLOCKS];
  private int blocks;
  private boolean duplicate;
  private long duplicateStart;
  private long duplicateEnd;

  SelectiveAcks(TcpSock sock) {
    this.sock = sock;
  }

  /** {@code tcp_sack_new_ofo_skb}: a segment has come before one that is missing. */
  void add(long startSeq, long endSeq) {
    for (int i = 0; i < blocks; i++) {
      if (endSeq >= starts[i] && startSeq <= ends[i]) {
        toFront(i, Math.min(starts[i], startSeq), Math.max(ends[i], endSeq));
        coalesce();
        return;
      }
    }
    blocks = Math.min(blocks + 1, SackOption.MOST_BLOCKS);
    toFront(blocks - 1, startSeq, endSeq);
  }

  /** {@code tcp_sack_maybe_coalesce}: other blocks may touch the first one now. */
  private void coalesce() {
    int i = 1;
    while (i < blocks) {
      if (ends[0] >= starts[i] && starts[0] <= ends[i]) {
        starts[0] = Math.min(starts[0], starts[i]);
        ends[0] = Math.max(ends[0], ends[i]);
        remove(i);
      } else {
        i++;
      }
    }
  }

  /** {@code tcp_sack_remove}: all up to {@code rcvNxt} has come. */
  void advance(long rcvNxt, boolean nothingMissing) {
    if (nothingMissing) {
      blocks = 0;
    }
    int i = 0;
    while (i < blocks) {
      if (starts[i] <= rcvNxt) {
        remove(i);
      } else {
        i++;
      }
    }
  }

  /** {@code tcp_sack_reset}: what had come out of order is given up. */
  void reset() {
    blocks = 0;
  }

  /** {@code tcp_dsack_set} or {@code tcp_dsack_extend}: bytes have come twice. */
  void duplicate(long startSeq, long endSeq) {
    if (duplicate && endSeq >= duplicateStart && startSeq <= duplicateEnd) {
      duplicateStart = Math.min(duplicateStart, startSeq);
      duplicateEnd = Math.max(duplicateEnd, endSeq);
    } else {
      sock.count(startSeq < sock.rcvNxt ? SnmpCounter.TCP_EXT_DSACK_OLD_SENT : SnmpCounter.TCP_EXT_DSACK_OFO_SENT);
      duplicate = true;
      duplicateStart = startSeq;
      duplicateEnd = endSeq;
    }
  }

  /** {@code tcp_options_write}; what came twice is told once. */
  void writeTo(TcpHeader tcp) {
    int room = ROOM_BLOCKS;
    if (duplicate) {
      tcp.sack().addDuplicate(duplicateStart, duplicateEnd);
      duplicate = false;
      room--;
    }
    for (int i = 0; i < Math.min(blocks, room); i++) {
      tcp.sack().add(starts[i], ends[i]);
    }
  }

  private void toFront(int block, long startSeq, long endSeq) {
    System.arraycopy(starts, 0, starts, 1, block);
    System.arraycopy(ends, 0, ends, 1, block);
    starts[0] = startSeq;
    ends[0] = endSeq;
  }

  private void remove(int block) {
    blocks--;
    System.arraycopy(starts, block + 1, starts, block, blocks - block);
    System.arraycopy(ends, block + 1, ends, block, blocks - block);
  }
}

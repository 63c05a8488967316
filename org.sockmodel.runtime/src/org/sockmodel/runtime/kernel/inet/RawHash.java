package org.sockmodel.runtime.kernel.inet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * All raw sockets by their protocol: {@code struct raw_hashinfo}, {@code include/net/raw.h}. To see that a protocol has
 * none is O(1); sockets of one protocol are looked through one by one, as in Linux.
 */
public final class RawHash {

  private static final int MAX_INET_PROTOS = 256;

  private final List<List<RawSock>> chains = Stream.generate(() -> (List<RawSock>) new ArrayList<RawSock>())
      .limit(MAX_INET_PROTOS).toList();

  /** {@code raw_hash_sk}: before those that are there. */
  public void add(RawSock sock) {
    chains.get(sock.protocol()).add(0, sock);
  }

  /** {@code raw_unhash_sk}. */
  public void remove(RawSock sock) {
    chains.get(sock.protocol()).remove(sock);
  }

  boolean isEmpty(int protocol) {
    return chains.get(protocol).isEmpty();
  }

  /** The first socket from place {@code from} on that a packet is for; as many as there are if none is. */
  int next(SkBuff skb, int from) {
    List<RawSock> chain = chains.get(skb.protocol());
    int place = from;
    while (place < chain.size() && !chain.get(place).matches(skb)) {
      place++;
    }
    return place;
  }

  /** The socket at a place; null if there is none. */
  RawSock at(int protocol, int place) {
    List<RawSock> chain = chains.get(protocol);
    return place < chain.size() ? chain.get(place) : null;
  }
}

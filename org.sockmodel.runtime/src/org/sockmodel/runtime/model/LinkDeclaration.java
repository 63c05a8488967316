package org.sockmodel.runtime.model;

import java.util.Arrays;
import java.util.List;

/**
 * A veth pair ({@code drivers/net/veth.c}): what one end sends, the other receives. The loopback device {@code lo} is
 * in every network namespace without being declared.
 *
 * @param name name of the first end
 * @param network namespace of the first end, or the machine for the namespace that it boots with
 * @param peerName name of the second end
 * @param peerNetwork the same of the second end
 * @param loss what is lost of what comes in at the first end
 * @param peerLoss the same of the second end
 */
public record LinkDeclaration(String name, String network, String peerName, String peerNetwork, int line, Loss loss,
    Loss peerLoss) {

  /**
   * What a filter drops where packets come in.
   *
   * @param share of all packets, from 0 to 1
   * @param packets numbers of packets with data, counted from 1
   */
  public record Loss(double share, List<Long> packets) {

    static final Loss NONE = new Loss(0, List.of());

    static Loss of(double share, long... packets) {
      return new Loss(share, Arrays.stream(packets).boxed().toList());
    }

    /** Whether nothing is lost. */
    public boolean isNone() {
      return share == 0 && packets.isEmpty();
    }
  }

  public LinkDeclaration(String name, String network, String peerName, String peerNetwork, int line) {
    this(name, network, peerName, peerNetwork, line, Loss.NONE, Loss.NONE);
  }

  /** The same pair, with a first end that loses something. */
  public LinkDeclaration loses(double share, long... packets) {
    return new LinkDeclaration(name, network, peerName, peerNetwork, line, Loss.of(share, packets), peerLoss);
  }

  /** The same pair, with a second end that loses something. */
  public LinkDeclaration peerLoses(double share, long... packets) {
    return new LinkDeclaration(name, network, peerName, peerNetwork, line, loss, Loss.of(share, packets));
  }
}

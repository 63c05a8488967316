package org.sockmodel.runtime.model;

/**
 * A veth pair ({@code drivers/net/veth.c}): what one end sends, the other receives. The loopback device {@code lo} is
 * in every network namespace without being declared.
 *
 * @param name name of the first end
 * @param network namespace of the first end, or the machine for the namespace that it boots with
 * @param peerName name of the second end
 * @param peerNetwork the same of the second end
 */
public record LinkDeclaration(String name, String network, String peerName, String peerNetwork, int line) {
}

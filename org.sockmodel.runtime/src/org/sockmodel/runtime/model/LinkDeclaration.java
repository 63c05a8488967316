package org.sockmodel.runtime.model;

/**
 * A veth pair ({@code drivers/net/veth.c}): what one end sends, the other receives. The loopback device {@code lo} is
 * on every machine without being declared.
 *
 * @param name name of the first end
 * @param machine machine of the first end
 * @param peerName name of the second end
 * @param peerMachine machine of the second end, which may be the same
 */
public record LinkDeclaration(String name, String machine, String peerName, String peerMachine, int line) {
}

package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;

/**
 * What a socket does for its user: {@code struct proto_ops} and {@code struct proto}, one for each protocol. Every
 * function gets the {@link Sock} as its {@code self}.
 *
 * @param recvmsg {@code other}: the caller's wait queue entry; {@code n}: bytes wanted; {@code m}: flags
 * @param sendmsg {@code other}: the caller's wait queue entry; {@code n}: bytes; {@code m}: flags; {@code k}:
 *     destination, 0 for the peer
 * @param shutdown {@code n}: how, as in {@code shutdown(2)}
 * @param release what {@code close(2)} does with the socket
 * @param connect {@code other}: the caller's wait queue entry; {@code n}: destination; {@code m}: flags
 * @param accept {@code other}: the caller's wait queue entry; {@code m}: flags; leaves the new socket in the caller's
 *     {@code other}
 */
public record SockOps(KernelFunction recvmsg, KernelFunction sendmsg, KernelFunction shutdown,
    KernelFunction release, KernelFunction connect, KernelFunction accept) {

  /** A protocol whose sockets neither connect nor accept in a call of their own. */
  public SockOps(KernelFunction recvmsg, KernelFunction sendmsg, KernelFunction shutdown, KernelFunction release) {
    this(recvmsg, sendmsg, shutdown, release, null, null);
  }
}

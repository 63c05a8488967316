/**
 * Sockets: the receive queue, the backlog, the sleepers, the callbacks, and readers that poll a card instead of
 * sleeping ({@code net/core/sock.c}, {@code include/net/busy_poll.h}).
 *
 * <p>Must not know protocols; they set the callbacks.
 */
package org.sockmodel.runtime.kernel.sock;

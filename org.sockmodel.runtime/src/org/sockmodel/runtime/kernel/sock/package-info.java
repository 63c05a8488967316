/**
 * Sockets: the receive queue, the backlog, the sleepers and the callbacks ({@code net/core/sock.c}).
 *
 * <p>Must not know protocols; they set the callbacks.
 */
package org.sockmodel.runtime.kernel.sock;

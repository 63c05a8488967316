/**
 * IPv4, UDP and TCP as receivers see them: from a packet to the socket's queue, and from the queue to the reader
 * ({@code net/ipv4}).
 *
 * <p>Must not know devices or system calls.
 */
package org.sockmodel.runtime.kernel.inet;

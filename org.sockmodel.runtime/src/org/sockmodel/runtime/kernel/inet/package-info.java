/**
 * IPv4, ICMP, UDP and raw sockets: from a packet to the socket's queue and from the queue to the reader, and what they
 * send ({@code net/ipv4}). What TCP shares with them is here too: addresses, ports, routes, why packets are dropped.
 *
 * <p>Must not know TCP, drivers or system calls.
 */
package org.sockmodel.runtime.kernel.inet;

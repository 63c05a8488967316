/**
 * How fast a TCP sender sends: the congestion window, what decides about it ({@code struct tcp_congestion_ops}), the
 * measured rate of delivery ({@code net/ipv4/tcp_rate.c}) and the pace at which segments leave.
 *
 * <pre>
 *   sent --> DeliveryRate --> acknowledged --> RateSample --> CongestionControl --> CongestionWindow, Pacing
 * </pre>
 *
 * <p>{@link org.sockmodel.runtime.kernel.congestion.Congestion} is what a connection sees of it. Must not know sockets,
 * segments beyond their {@code TxState}, or timers.
 */
package org.sockmodel.runtime.kernel.congestion;

/**
 * Network devices, NAPI, GRO, backlogs with what steers packets to them, and the way of a packet up to the protocols
 * and down to the card ({@code net/core/dev.c}).
 *
 * <p>Must not know protocols; they are registered as functions that take a packet ({@code packet_type.func}).
 */
package org.sockmodel.runtime.kernel.netdev;

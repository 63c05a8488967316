/**
 * Traffic that arrives at network cards, and the machines at the other end of their wires, as far as they answer.
 *
 * <pre>{@code
 *   TrafficSource --messages--> WireEnd --packets, at WireRate--> a card's queue
 *         TcpPeer <--acknowledgements-- WireEnd <---------------- what the card sends
 * }</pre>
 *
 * <p>Must not know how a machine is wired; it gets the queues that it needs.
 */
package org.sockmodel.runtime.workload.traffic;

/**
 * Who receives what, and how long it takes: receive calls, the messages that readers got, and for each of them the
 * chain of causes from interrupt or sender to the return of the call.
 *
 * <pre>
 *   PacketPaths --Delivery--> wake-up of a reader --> Wakeup --> return of its call --> Message --> MessageListener
 *                                                                                                 |
 *                            StageTimes, MessageListener <== MessageTally <== MessageQueue <------+
 * </pre>
 *
 * Who needs the state of the moment is told of a message at once; who only counts may be told later, by a thread that
 * has time for it. Nothing is guessed: a message whose cause the events do not show is counted as unattributed. This
 * package must not know how results are shown.
 */
package org.sockmodel.runtime.analysis.receive;

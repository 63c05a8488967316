/**
 * What makes a machine work: application threads as state machines over their programs, and traffic that arrives at its
 * network cards.
 *
 * <p>Must not know how a machine is wired; it gets the system calls and queues it needs.
 */
package org.sockmodel.runtime.workload;

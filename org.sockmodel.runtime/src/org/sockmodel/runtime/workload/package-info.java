/**
 * Application threads as state machines over their programs: what a model's thread does, one system call after the
 * other.
 *
 * <pre>
 *   Instructions --UserCalls--> Program --UserProgram, step by step--> system calls of the kernel
 *                                  |
 *                               AppThread: its descriptors and how far it is
 * </pre>
 *
 * <p>Must not know how a machine is wired; it gets the system calls that it needs. What comes from outside is in {@code
 * traffic}, how long something takes in {@code time}.
 */
package org.sockmodel.runtime.workload;

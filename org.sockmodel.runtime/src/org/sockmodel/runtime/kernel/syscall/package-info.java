/**
 * System calls as steps of a task: what {@code man 2} names, from user space down to the protocol and back.
 *
 * <p>Must not know who calls: thread programs are above.
 */
package org.sockmodel.runtime.kernel.syscall;

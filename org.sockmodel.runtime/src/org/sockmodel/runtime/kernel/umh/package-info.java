/**
 * Programs that the kernel starts and waits for, such as modprobe ({@code kernel/umh.c}), and the worker threads that
 * start them ({@code kernel/workqueue.c}).
 *
 * <pre>
 *   caller --CallUsermodehelper--> WorkerPool --wakes--> WorkerThread --UsermodeHelperWork--> HelperThread
 *      ^                                                                     |   ^                 |
 *      +------------------------------- complete ----------------------------+   +----- exit ------+
 * </pre>
 *
 * <p>Must not know what a program is for: who asks for it reads the answer elsewhere.
 */
package org.sockmodel.runtime.kernel.umh;

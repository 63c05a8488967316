/**
 * Waiting for many sockets at once: {@code poll(2)} and {@code select(2)} ({@code fs/select.c}), and epoll ({@code
 * fs/eventpoll.c}).
 *
 * <pre>
 *   socket's wait queue --> pollwake --> the task in poll(2)
 *   socket's wait queue --> ep_poll_callback --> ready list, epoll's wait queue --> the task in epoll_wait(2)
 * </pre>
 *
 * <p>Must not know protocols or system calls. Caveat: an epoll instance watches sockets, not other epoll instances.
 */
package org.sockmodel.runtime.kernel.epoll;

/**
 * Pipes ({@code fs/pipe.c}): a ring of pages between those who write and those who read.
 *
 * <pre>
 *   write(2) --> PipeWrite --> ring of 16 pages --> PipeRead --> read(2)
 *                    |                                 |
 *                    +--- wakes rd_wait, wr_wait ------+
 * </pre>
 *
 * <p>Must not know descriptors or system calls. Caveats: no splice, no {@code poll(2)}, no {@code O_ASYNC}, and no
 * {@code F_SETPIPE_SZ}.
 */
package org.sockmodel.runtime.kernel.pipe;

package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.skb.SkBuffPool;

/**
 * What copying a packet's data needs.
 *
 * @param pool where packets come from and go to
 * @param wfree for the sender that waits for memory
 */
public record UnixCopying(double copyNsPerByte, SkBuffPool pool, SockWfree wfree) {
}

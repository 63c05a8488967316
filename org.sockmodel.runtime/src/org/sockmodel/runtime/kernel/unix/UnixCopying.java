package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;

/**
 * What copying a packet's data needs.
 *
 * @param pool where packets come from and go to
 * @param wakeUp {@code __wake_up_sync_key}, for the sender that waits for memory
 */
public record UnixCopying(double copyNsPerByte, SkBuffPool pool, KernelFunction wakeUp) {
}

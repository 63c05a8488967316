package org.sockmodel.runtime.analysis.receive;

import org.sockmodel.runtime.analysis.path.Origin;

/**
 * A way that messages took.
 *
 * @param origin what it began with
 * @param irq the device interrupt, or -1
 * @param softirqCpu the CPU whose softirq received it, or -1
 * @param inKsoftirqd whether that ran in ksoftirqd
 * @param wakeup how the reader came to run: woken, or the message had been waiting
 * @param readerCpu the CPU on which the call returned
 */
public record PathCount(Origin origin, int irq, int softirqCpu, boolean inKsoftirqd, boolean wakeup, int readerCpu,
    long count) {
}

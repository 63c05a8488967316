package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;

/**
 * What a socket calls when something happens to it, with itself as {@code self}: the callbacks of {@code struct sock}.
 *
 * @param dataReady {@code sk_data_ready}: there is something to read
 * @param stateChange {@code sk_state_change}: the connection is another now
 * @param errorReport {@code sk_error_report}: {@code sk_err} says what went wrong
 * @param wakeAsync what tells the owner of a socket with {@code O_ASYNC}
 */
public record SockCallbacks(KernelFunction dataReady, KernelFunction stateChange, KernelFunction errorReport,
    SkWakeAsync wakeAsync) {
}

package org.sockmodel.runtime.analysis.latency;

import java.util.List;

/**
 * One of the slowest messages.
 *
 * @param returnNs when its reader got it
 * @param totalNs how long that took from the first point that the trace shows
 * @param reader the reader's name
 * @param tid the reader's thread id
 * @param cpu the CPU on which the call returned
 * @param irq the device interrupt that brought it, or -1
 * @param softirqCpu the CPU whose softirq received it, or -1
 * @param ranBefore what its CPU ran until it switched to the reader; empty if the reader ran when the packet came
 * @param heldUpBy what its CPU ran longest since the socket was told; empty if that is not known
 * @param heldUpByTid the only thread of that name that it ran; 0 for several, or if none is known
 * @param interrupt the longest interrupt or softirq in its way; empty if none took a tenth of its latency
 * @param interruptedNs how long its reader's CPU was in interrupts and softirqs since the socket was told
 * @param stages its stages, without {@code total}
 */
public record SlowMessage(long returnNs, long totalNs, String reader, int tid, int cpu, int irq, int softirqCpu,
    String ranBefore, String heldUpBy, int heldUpByTid, String interrupt, long interruptedNs,
    List<StageShare> stages) {

  public SlowMessage {
    stages = List.copyOf(stages);
  }
}

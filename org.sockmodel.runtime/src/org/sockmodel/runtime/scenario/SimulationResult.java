package org.sockmodel.runtime.scenario;

import java.util.List;
import org.sockmodel.runtime.kernel.netdev.SoftnetStat;

/**
 * What came of a run beside its trace.
 *
 * @param seed the root seed that every random stream was drawn from
 * @param endNs simulated time at the end
 * @param softnet {@code /proc/net/softnet_stat} at the end, a line a CPU
 * @param protocols what the protocols of each network namespace have counted, in the order of the model
 * @param warnings what a person should know: threads that ended on an errno, packets that a full ring lost
 */
public record SimulationResult(long seed, long endNs, List<SoftnetStat> softnet,
    List<ProtocolCounters> protocols, List<String> warnings) {
}

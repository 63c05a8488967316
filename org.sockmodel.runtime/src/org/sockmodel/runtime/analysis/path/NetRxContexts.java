package org.sockmodel.runtime.analysis.path;

import java.util.Arrays;
import org.sockmodel.runtime.analysis.state.CpuState;

/** What the NET_RX softirqs are about, by their CPUs. Allocates only when it sees a CPU for the first time. */
final class NetRxContexts {

  private NetRxContext[] contexts = new NetRxContext[0];

  NetRxContext of(CpuState cpu) {
    int id = cpu.id();
    return id < contexts.length && contexts[id] != null ? contexts[id] : add(id);
  }

  private NetRxContext add(int id) {
    if (id >= contexts.length) {
      contexts = Arrays.copyOf(contexts, id + 1);
    }
    contexts[id] = new NetRxContext();
    return contexts[id];
  }
}

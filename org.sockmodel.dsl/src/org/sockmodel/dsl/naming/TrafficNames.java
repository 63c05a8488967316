package org.sockmodel.dsl.naming;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sockmodel.dsl.sockModel.Traffic;
import org.sockmodel.dsl.sockModel.Workload;

/** Names for the traffics of a workload: their own, or {@code traffic}, {@code traffic2} ... */
public final class TrafficNames {

  private TrafficNames() {
  }

  public static Map<Traffic, String> of(Workload workload) {
    Set<String> taken = new HashSet<>();
    workload.getTraffics().forEach(traffic -> taken.add(traffic.getName()));
    Map<Traffic, String> names = new HashMap<>();
    int next = 1;
    for (Traffic traffic : workload.getTraffics()) {
      String name = traffic.getName();
      while (name == null || traffic.getName() == null && !taken.add(name)) {
        name = next == 1 ? "traffic" : "traffic" + next;
        next++;
      }
      names.put(traffic, name);
    }
    return names;
  }
}

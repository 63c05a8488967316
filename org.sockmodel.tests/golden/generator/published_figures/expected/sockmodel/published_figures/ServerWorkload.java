// Generated from published-figures.sockmodel. Changes made here are lost.
package sockmodel.published_figures;

import java.util.List;
import org.sockmodel.runtime.model.*;
import org.sockmodel.runtime.model.Instruction.*;
import org.sockmodel.runtime.uapi.*;

final class ServerWorkload {

  private ServerWorkload() {
  }

  static WorkloadDeclaration declare() {
    WorkloadDeclaration workload = new WorkloadDeclaration("server", "host", 7);
    workload.thread(threadServer());
    workload.traffic(new TrafficDeclaration("traffic", "eth0", 9, 16)
            .protocol(TrafficDeclaration.Protocol.UDP)
            .startNs(0)
            .count(10)
            .payloadBytes(1)
            .gap(new Distribution.Exponential(20000)));
    return workload;
  }

  private static ThreadDeclaration threadServer() {
    ThreadDeclaration thread = new ThreadDeclaration("server", 8);
    thread.cpu(0);
    thread.program(
        new Socket("s", AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 9),
        new Bind("s", Endpoint.port(9), 10),
        new Loop(Instruction.FOREVER, List.of(
            new Recv("s", 64, 0, 12),
            new Compute(new Distribution.Exponential(10000), 13)), 11));
    return thread;
  }
}

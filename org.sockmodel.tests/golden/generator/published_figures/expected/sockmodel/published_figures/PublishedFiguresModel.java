// Generated from published-figures.sockmodel. Changes made here are lost.
package sockmodel.published_figures;

import org.sockmodel.runtime.model.*;
import org.sockmodel.runtime.uapi.*;

public final class PublishedFiguresModel extends Model {

  @Override
  public ModelDeclaration declare() {
    ModelDeclaration model = new ModelDeclaration("published_figures", "published-figures.sockmodel");
    model.machine(machineHost());
    model.nic(nicEth0());
    model.workload(ServerWorkload.declare());
    model.expect(new Expectation(new Expectation.Named("packets per poll"), Comparison.EQUAL, 59.9, Expectation.Unit.COUNT, 23).within(10.0).from("A paper, table 1"));
    model.expect(new Expectation(new Expectation.Named("latency nic_to_user mean"), Comparison.LESS, "published-figures.sockmodel", Expectation.Unit.NS, 24).from("A paper, table 1"));
    return model;
  }

  private static MachineDeclaration machineHost() {
    MachineDeclaration machine = new MachineDeclaration("host", 7);
    machine.cpus(1);
    machine.kernel("v6_18");
    families(machine);
    return machine;
  }

  private static NicDeclaration nicEth0() {
    return new NicDeclaration("eth0", "host", 11)
        .queue(0, 24, 0, 12);
  }

  private static void families(MachineDeclaration machine) {
    machine.family(new FamilyDeclaration("AF_INET", 2, 1).create("inet_create")
        .protosw(new Protosw(SocketType.SOCK_DGRAM, IpProtocol.IPPROTO_UDP, 4).prot("udp_prot").ops("inet_dgram_ops")));
  }
}

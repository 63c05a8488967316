// Generated from two-machines.sockmodel. Changes made here are lost.
package sockmodel.two_machines;

import org.sockmodel.runtime.model.*;
import org.sockmodel.runtime.uapi.*;

public final class TwoMachinesModel extends Model {

  @Override
  public ModelDeclaration declare() {
    ModelDeclaration model = new ModelDeclaration("two_machines", "two-machines.sockmodel");
    model.machine(machineOld());
    model.machine(machineNew());
    model.netns(new NetnsDeclaration("inner", "new", 8));
    model.link(new LinkDeclaration("a", "new", "b", "inner", 9));
    return model;
  }

  private static MachineDeclaration machineOld() {
    MachineDeclaration machine = new MachineDeclaration("old", 6);
    machine.cpus(1);
    machine.kernel("v3_10");
    families(machine);
    return machine;
  }

  private static MachineDeclaration machineNew() {
    MachineDeclaration machine = new MachineDeclaration("new", 7);
    machine.cpus(1);
    machine.kernel("v6_18");
    machine.cost("context_switch", 100.0);
    families(machine);
    return machine;
  }

  private static void families(MachineDeclaration machine) {
    machine.family(new FamilyDeclaration("AF_INET", 2, 1).create("inet_create")
        .protosw(new Protosw(SocketType.SOCK_DGRAM, IpProtocol.IPPROTO_UDP, 3).prot("udp_prot").ops("inet_dgram_ops")));
  }
}

// Generated from awkward-names.sockmodel. Changes made here are lost.
package sockmodel.int_;

import org.sockmodel.runtime.model.*;
import org.sockmodel.runtime.uapi.*;

public final class IntModel extends Model {

  @Override
  public ModelDeclaration declare() {
    ModelDeclaration model = new ModelDeclaration("int", "awkward-names.sockmodel");
    model.machine(machineClass());
    model.machine(machineClass_2());
    model.machine(machineClasS_3());
    model.workload(NewWorkload.declare());
    model.workload(New_2Workload.declare());
    model.workload(StringWorkload.declare());
    return model;
  }

  private static MachineDeclaration machineClass() {
    MachineDeclaration machine = new MachineDeclaration("class", 6);
    machine.cpus(1);
    machine.kernel("v6_18");
    families(machine);
    return machine;
  }

  private static MachineDeclaration machineClass_2() {
    MachineDeclaration machine = new MachineDeclaration("Class", 7);
    machine.cpus(1);
    machine.kernel("v6_18");
    families(machine);
    return machine;
  }

  private static MachineDeclaration machineClasS_3() {
    MachineDeclaration machine = new MachineDeclaration("clas_s", 8);
    machine.cpus(1);
    machine.kernel("v6_18");
    families(machine);
    return machine;
  }

  private static void families(MachineDeclaration machine) {
    machine.family(new FamilyDeclaration("AF_INET", 2, 4).absent());
  }
}

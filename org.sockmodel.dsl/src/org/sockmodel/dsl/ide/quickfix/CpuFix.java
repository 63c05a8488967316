package org.sockmodel.dsl.ide.quickfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.naming.Networks;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.setting.Settings;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Nic;

/** Names a CPU that the machine has, or gives the machine as many as are named. */
final class CpuFix implements Fix {

  @Override
  public List<Proposal> of(Problem problem) {
    Optional<Machine> machine = problem.element().map(CpuFix::machine);
    if (machine.isEmpty() || !problem.text().matches("[0-9]{1,4}")) {
      return List.of();
    }
    List<Proposal> proposals = new ArrayList<>();
    long last = Settings.value(machine.get().getSettings(), SettingKind.CPUS, 1) - 1;
    proposals.add(Proposal.of("Take cpu " + last, problem.replace(Long.toString(last))));
    int wanted = Integer.parseInt(problem.text()) + 1;
    problem.set(machine.get(), machine.get().getSettings(), SettingKind.CPUS, wanted).ifPresent(edit -> proposals.add(
        Proposal.of("Give " + machine.get().getName() + " " + wanted + " CPUs", edit)));
    return proposals;
  }

  /** The machine that an element of a model is part of; null if there is none. */
  static Machine machine(EObject element) {
    Nic nic = EcoreUtil2.getContainerOfType(element, Nic.class);
    Machine own = EcoreUtil2.getContainerOfType(element, Machine.class);
    return nic != null ? nic.getMachine() : own != null ? own : Networks.machineAround(element);
  }
}

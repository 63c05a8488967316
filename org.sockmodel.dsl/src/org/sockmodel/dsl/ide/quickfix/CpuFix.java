package org.sockmodel.dsl.ide.quickfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.sockmodel.dsl.naming.Networks;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.setting.Settings;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Nic;
import org.sockmodel.dsl.sockModel.Setting;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

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
    moreCpus(problem, machine.get(), wanted).ifPresent(edit -> proposals.add(
        Proposal.of("Give " + machine.get().getName() + " " + wanted + " CPUs", edit)));
    return proposals;
  }

  private static Machine machine(EObject element) {
    Nic nic = EcoreUtil2.getContainerOfType(element, Nic.class);
    return nic == null ? Networks.machineAround(element) : nic.getMachine();
  }

  private static Optional<TextEdit> moreCpus(Problem problem, Machine machine, int cpus) {
    if (!problem.isHere(machine)) {
      return Optional.empty();
    }
    for (Setting setting : machine.getSettings()) {
      if (SettingKind.CPUS.word().equals(setting.getName())) {
        INode value = NodeModelUtils.findNodesForFeature(setting, Literals.SETTING__VALUE).get(0);
        return Optional.of(problem.replace(value.getOffset(), value.getEndOffset(), Integer.toString(cpus)));
      }
    }
    return problem.addLine(machine, SettingKind.CPUS.word() + " " + cpus);
  }
}

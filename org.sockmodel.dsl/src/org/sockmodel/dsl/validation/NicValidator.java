package org.sockmodel.dsl.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.setting.Settings;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Nic;
import org.sockmodel.dsl.sockModel.Queue;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.runtime.model.NicDriver;

/** NICs: the driver exists, every queue has its interrupt, and every interrupt a CPU that is there. */
final class NicValidator extends ConceptValidator {

  private static final long MOST_IRQ = 65_535;

  @Check
  public void checkBody(Nic nic) {
    word(nic, Literals.NIC__DRIVERS, "driver", IssueCodes.UNKNOWN_DRIVER);
    quantity(nic, Literals.NIC__WEIGHTS, Dimension.NUMBER, 1, Integer.MAX_VALUE);
    once(nic, Literals.NIC__DRIVERS, "driver");
    once(nic, Literals.NIC__WEIGHTS, "napi weight");
    once(nic, Literals.NIC__MODERATIONS, "moderation");
  }

  @Check
  public void checkSteering(Queue queue) {
    cpu(queue, Literals.QUEUE__RPS_CPUS, EcoreUtil2.getContainerOfType(queue, Nic.class).getMachine());
  }

  @Check
  public void checkSteering(Nic nic) {
    cpu(nic, Literals.NIC__RPS_CPUS, nic.getMachine());
    if (nic.getMachine() == null || nic.getMachine().eIsProxy()) {
      return;
    }
    long flows = flowsThatFollow(nic);
    if (flows == 0 && Settings.value(nic.getSettings(), SettingKind.NTUPLE, 0) == 1) {
      warning("ntuple of " + nic.getName() + " steers nothing, since no flow follows its reader; add: rps_flow_cnt 256",
          nic, Literals.NIC__NAME, IssueCodes.NO_EFFECT);
    }
    long readers = Settings.value(nic.getMachine().getSettings(), SettingKind.RPS_SOCK_FLOW_ENTRIES, 0);
    if (flows > 0 && readers == 0) {
      warning("rps_flow_cnt of " + nic.getName() + " steers nothing, since " + nic.getMachine().getName()
          + " does not record where readers run; add to the machine: rps_sock_flow_entries 32768", nic,
          Literals.NIC__NAME, IssueCodes.STEERS_NOTHING);
    }
  }

  private static long flowsThatFollow(Nic nic) {
    long ofAll = Settings.value(nic.getSettings(), SettingKind.RPS_FLOW_CNT, 0);
    return nic.getQueues().stream().mapToLong(queue -> Settings.value(queue.getSettings(), SettingKind.RPS_FLOW_CNT,
        ofAll)).max().orElse(ofAll);
  }

  @Check
  public void checkQueues(Nic nic) {
    long queues = Settings.value(nic.getSettings(), SettingKind.QUEUES, Math.max(1, nic.getQueues().size()));
    Map<Long, Queue> byNumber = new HashMap<>();
    for (Queue queue : nic.getQueues()) {
      quantity(queue, Literals.QUEUE__NUMBER, Dimension.NUMBER, 0, Integer.MAX_VALUE).ifPresent(
          number -> checkQueue(queue, number.toLong(), queues, byNumber));
    }
    for (long number = 0; number < queues; number++) {
      if (!byNumber.containsKey(number)) {
        error("queue " + number + " of " + nic.getName() + " has no interrupt; add: queue " + number
            + " irq " + (24 + number) + " -> cpu 0", nic, Literals.NIC__NAME, IssueCodes.QUEUE_WITHOUT_IRQ);
        return;
      }
    }
  }

  private void checkQueue(Queue queue, long number, long queues, Map<Long, Queue> byNumber) {
    if (byNumber.putIfAbsent(number, queue) != null) {
      error("queue " + number + " is said twice; delete one", queue, Literals.QUEUE__NUMBER, IssueCodes.SAID_TWICE);
    } else if (number >= queues) {
      checkUnused(queue, number, queues);
    } else if (queue.getIrq() == null) {
      error("queue " + number + " has no interrupt; write: queue " + number + " irq " + (24 + number) + " -> cpu 0",
          queue, Literals.QUEUE__NUMBER, IssueCodes.QUEUE_WITHOUT_IRQ);
    }
  }

  /** Who gives {@code queues} another value than the text, as a sweep does to find how many it takes, knows of it. */
  private void checkUnused(Queue queue, long number, long queues) {
    Nic nic = EcoreUtil2.getContainerOfType(queue, Nic.class);
    if (Settings.stated(nic.getSettings(), SettingKind.QUEUES).allMatch(said -> NodeModelUtils.getNode(said) != null)) {
      warning("queue " + number + " is not used: with 'queues " + queues + "' the last one is " + (queues - 1)
          + "; delete it or raise queues", queue, Literals.QUEUE__NUMBER, IssueCodes.NO_SUCH_QUEUE);
    }
  }

  @Check
  public void checkInterrupt(Queue queue) {
    quantity(queue, Literals.QUEUE__IRQ, Dimension.NUMBER, 0, MOST_IRQ);
    Nic nic = EcoreUtil2.getContainerOfType(queue, Nic.class);
    cpu(queue, Literals.QUEUE__CPU, nic.getMachine());
  }

  @Check
  public void checkTransmitInterrupt(Queue queue) {
    if (queue.getTransmitIrq() == null) {
      return;
    }
    quantity(queue, Literals.QUEUE__TRANSMIT_IRQ, Dimension.NUMBER, 0, MOST_IRQ);
    Nic nic = EcoreUtil2.getContainerOfType(queue, Nic.class);
    cpu(queue, Literals.QUEUE__TRANSMIT_CPU, nic.getMachine());
    NicDriver driver = nic.getDrivers().stream().findFirst().flatMap(NicDriver::of).orElse(NicDriver.IDEAL);
    if (!driver.hasTransmitInterrupt()) {
      warning("tx irq has no effect: driver " + driver.symbol() + " has no interrupt for what it has sent; delete it",
          queue, Literals.QUEUE__TRANSMIT_IRQ, IssueCodes.NO_EFFECT);
    }
  }

  /** A number may stand for one line that several drivers share; but a line goes to one CPU. */
  @Check
  public void checkSharedInterrupts(Model model) {
    Map<List<Object>, Long> cpus = new HashMap<>();
    for (Nic nic : EcoreUtil2.typeSelect(model.getElements(), Nic.class)) {
      for (Queue queue : nic.getQueues()) {
        checkShared(cpus, queue, Literals.QUEUE__IRQ, queue.getIrq(), queue.getCpu());
        checkShared(cpus, queue, Literals.QUEUE__TRANSMIT_IRQ, queue.getTransmitIrq(), queue.getTransmitCpu());
      }
    }
  }

  private void checkShared(Map<List<Object>, Long> cpus, Queue queue, EStructuralFeature feature, Expression irqSaid,
      Expression cpuSaid) {
    Machine machine = EcoreUtil2.getContainerOfType(queue, Nic.class).getMachine();
    OptionalLong irq = Expressions.whole(irqSaid, Dimension.NUMBER);
    OptionalLong cpu = Expressions.whole(cpuSaid, Dimension.NUMBER);
    if (machine == null || irq.isEmpty() || cpu.isEmpty()) {
      return;
    }
    Long first = cpus.putIfAbsent(List.of(machine, irq.getAsLong()), cpu.getAsLong());
    if (first != null && first != cpu.getAsLong()) {
      error("irq " + irq.getAsLong() + " already goes to cpu " + first + "; who shares it goes there too, or choose"
          + " another number", queue, feature, IssueCodes.DUPLICATE_IRQ);
    }
  }
}

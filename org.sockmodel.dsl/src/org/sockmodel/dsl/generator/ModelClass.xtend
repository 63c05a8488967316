package org.sockmodel.dsl.generator

import java.util.List
import java.util.Map
import java.util.TreeMap
import org.eclipse.emf.ecore.EObject
import org.sockmodel.dsl.expression.Expressions
import org.sockmodel.dsl.library.Families
import org.sockmodel.dsl.library.ImportedModels
import org.sockmodel.dsl.sockModel.Costs
import org.sockmodel.dsl.sockModel.Expect
import org.sockmodel.dsl.sockModel.Family
import org.sockmodel.dsl.sockModel.Ingress
import org.sockmodel.dsl.sockModel.Machine
import org.sockmodel.dsl.sockModel.Model
import org.sockmodel.dsl.sockModel.Netns
import org.sockmodel.dsl.sockModel.Nic
import org.sockmodel.dsl.sockModel.Veth
import org.sockmodel.dsl.sockModel.Workload

/** The class of a model: everything it declares except what its threads do. */
class ModelClass {

  val Model model
  val GeneratedNames names
  val JavaNames methodNames = new JavaNames
  val Map<Machine, String> machineMethods = newLinkedHashMap
  val Map<Machine, List<Family>> families = newLinkedHashMap
  val Map<List<Family>, String> familyMethods = newLinkedHashMap
  val Map<Nic, String> nicMethods = newLinkedHashMap
  val Map<Nic, NicExpression> nics = newLinkedHashMap

  new(Model model, GeneratedNames names) {
    this.model = model
    this.names = names
    for (machine : machines) {
      machineMethods.put(machine, methodNames.method("machine", machine.name))
      families.put(machine, Families.of(machine))
    }
    for (nic : ImportedModels.elements(model, Nic)) {
      nicMethods.put(nic, methodNames.method("nic", nic.name))
      nics.put(nic, new NicExpression(nic))
    }
    for (declared : families.values.toSet) {
      val number = if (familyMethods.empty) "" else (familyMethods.size + 1).toString
      familyMethods.put(declared, methodNames.method("families", number))
    }
  }

  def String source() '''
    // Generated from «JavaText.comment(names.sourceFile)». Changes made here are lost.
    package «names.packageName»;

    import org.sockmodel.runtime.model.*;
    import org.sockmodel.runtime.uapi.*;

    public final class «names.modelClass» extends Model {

      @Override
      public ModelDeclaration declare() {
        ModelDeclaration model = new ModelDeclaration(«JavaText.literal(model.name)», «
        »«JavaText.literal(names.sourceFile)»);
        «FOR machine : machines»
          model.machine(«machineMethods.get(machine)»());
        «ENDFOR»
        «FOR netns : ImportedModels.elements(model, Netns)»
          model.netns(«netns(netns)»);
        «ENDFOR»
        «FOR method : nicMethods.values»
          model.nic(«method»());
        «ENDFOR»
        «FOR veth : ImportedModels.elements(model, Veth)»
          model.link(«link(veth)»);
        «ENDFOR»
        «FOR workload : ImportedModels.elements(model, Workload)»
          model.workload(«names.workloadClass(workload)».declare());
        «ENDFOR»
        «FOR expectation : model.elements.filter(Expect).flatMap[expectations]»
          model.expect(«new ExpectationExpression(expectation, Families.numbers(model)).text»);
        «ENDFOR»
        return model;
      }
      «FOR machine : machines»

        private static MachineDeclaration «machineMethods.get(machine)»() {
          «machine(machine)»
        }
      «ENDFOR»
      «FOR nic : nicMethods.keySet»

        private static NicDeclaration «nicMethods.get(nic)»() {
          return «nics.get(nic).text»;
        }
      «ENDFOR»
      «FOR declared : familyMethods.keySet»

        private static void «familyMethods.get(declared)»(MachineDeclaration machine) {
          «FOR family : declared»
            machine.family(«new FamilyExpression(family).text»);
          «ENDFOR»
        }
      «ENDFOR»
    }
  '''

  private def machine(Machine machine) '''
    MachineDeclaration machine = new MachineDeclaration(«JavaText.literal(machine.name)», «line(machine)»);
    machine.cpus(«MachineSettings.cpus(machine)»);
    machine.kernel(«JavaText.literal(Families.profile(machine))»);
    «IF !machine.congestionControls.empty»
      machine.congestionControl(«JavaText.literal(machine.congestionControls.head)»);
    «ENDIF»
    «FOR cost : costs(machine).entrySet»
      machine.cost(«JavaText.literal(cost.key)», «cost.value»);
    «ENDFOR»
    «FOR sysctl : MachineSettings.sysctls(machine).entrySet»
      machine.sysctl(«JavaText.literal(sysctl.key)», «JavaText.literal(sysctl.value)»);
    «ENDFOR»
    «familyMethods.get(families.get(machine))»(machine);
    return machine;
  '''

  private def netns(Netns netns) {
    val names = #[netns.name, netns.machine.name].map[JavaText.literal(it)]
    '''new NetnsDeclaration(«names.join(", ")», «line(netns)»)'''
  }

  private def link(Veth veth) {
    val ends = #[veth.name, veth.network.name, veth.peer.name, veth.peer.network.name]
    '''new LinkDeclaration(«ends.map[JavaText.literal(it)].join(", ")», «line(veth)»)«
    »«loss("loses", veth.ingress)»«loss("peerLoses", veth.peer.ingress)»'''
  }

  private def loss(String call, Ingress ingress) {
    if (ingress === null) {
      return ""
    }
    val share = ingress.shares.empty ? 0.0 : Expressions.toDouble(ingress.shares.head) / 100
    val arguments = #[Double.toString(share)] + ingress.drops.map[Expressions.toLong(it).toString]
    '''.«call»(«arguments.join(", ")»)'''
  }

  /** What the machine's cost tables say: what it takes over first, then its own. */
  private def costs(Machine machine) {
    val costs = new TreeMap<String, Double>
    for (table : machine.costs) {
      val Costs source = table.source
      for (cost : (source === null ? #[] : source.costs) + table.costs) {
        costs.put(cost.name, Expressions.toDouble(cost.value))
      }
    }
    costs
  }

  private def machines() {
    ImportedModels.elements(model, Machine)
  }

  private def line(EObject object) {
    SourceLines.of(object)
  }
}

package org.sockmodel.dsl.generator

import java.util.List
import java.util.Map
import java.util.Set
import org.eclipse.xtext.EcoreUtil2
import org.sockmodel.dsl.expression.Expressions
import org.sockmodel.dsl.naming.PortUsers
import org.sockmodel.dsl.naming.TrafficNames
import org.sockmodel.dsl.setting.SettingKind
import org.sockmodel.dsl.setting.Settings
import org.sockmodel.dsl.sockModel.StartThread
import org.sockmodel.dsl.sockModel.ThreadScript
import org.sockmodel.dsl.sockModel.Traffic
import org.sockmodel.dsl.sockModel.Workload

/** The class of a workload: its threads, what they do, and the traffic they get. */
class WorkloadClass {

  static val NS_PER_S = 1_000_000_000L

  val Workload workload
  val GeneratedNames names
  val PortUsers ports
  val Set<ThreadScript> started
  val ProgramExpression programs
  val Map<Traffic, String> trafficNames
  val Map<ThreadScript, String> threadMethods = newLinkedHashMap

  new(Workload workload, GeneratedNames names, PortUsers ports, Map<String, Integer> families) {
    this.ports = ports
    this.started = EcoreUtil2.getAllContentsOfType(workload, StartThread).map[thread].toSet
    this.workload = workload
    this.names = names
    this.programs = new ProgramExpression(workload, names, families)
    this.trafficNames = TrafficNames.of(workload)
    val methodNames = new JavaNames
    for (thread : workload.threads) {
      threadMethods.put(thread, methodNames.method("thread", thread.name))
    }
  }

  /** The sources by the names of their classes: the workload's own, and more if one class cannot hold it. */
  def Map<String, String> sources() {
    val parts = WorkloadPart.of(workload)
    val name = names.workloadClass(workload)
    val sources = newLinkedHashMap
    if (parts.size == 1) {
      sources.put(name, source(calls(parts.head), parts.head.threads))
    } else {
      val partNames = parts.indexed.map[name + (key + 1)].toList
      sources.put(name, source(partNames.join("\n")[it + ".addTo(workload);"], #[]))
      parts.forEach[part, i|sources.put(partNames.get(i), partSource(partNames.get(i), part))]
    }
    sources
  }

  private def String source(CharSequence calls, List<ThreadScript> threads) '''
    «start»

    final class «names.workloadClass(workload)» {

      private «names.workloadClass(workload)»() {
      }

      static WorkloadDeclaration declare() {
        WorkloadDeclaration workload = new WorkloadDeclaration(«JavaText.literal(workload.name)», «
        »«JavaText.literal(workload.network.name)», «SourceLines.of(workload)»);
        «IF names.isImported(workload)»
          workload.importedFrom(«JavaText.literal(names.importedFile(workload))»);
        «ENDIF»
        «FOR capability : workload.capabilities»
          workload.capability(«JavaText.literal(capability)»);
        «ENDFOR»
        «calls»
        return workload;
      }
      «FOR thread : threads»

        «method(thread)»
      «ENDFOR»
    }
  '''

  private def String partSource(String name, WorkloadPart part) '''
    «start»

    /** A part of «names.workloadClass(workload)», which is too large for one class. */
    final class «name» {

      private «name»() {
      }

      static void addTo(WorkloadDeclaration workload) {
        «calls(part)»
      }
      «FOR thread : part.threads»

        «method(thread)»
      «ENDFOR»
    }
  '''

  private def start() '''
    // Generated from «JavaText.comment(names.sourceFile)». Changes made here are lost.
    package «names.packageName»;

    import java.util.List;
    import org.sockmodel.runtime.model.*;
    import org.sockmodel.runtime.model.Instruction.*;
    import org.sockmodel.runtime.uapi.*;
  '''

  private def calls(WorkloadPart part) '''
    «FOR thread : part.threads»
      workload.thread(«threadMethods.get(thread)»());
    «ENDFOR»
    «FOR traffic : part.traffics»
      workload.traffic(«traffic(traffic)»);
    «ENDFOR»
  '''

  private def method(ThreadScript thread) '''
    private static ThreadDeclaration «threadMethods.get(thread)»() {
      ThreadDeclaration thread = new ThreadDeclaration(«JavaText.literal(thread.name)», «SourceLines.of(thread)»);
      «IF thread.cpu !== null»
        thread.cpu(«Expressions.toLong(thread.cpu)»);
      «ENDIF»
      «IF thread.nice !== null»
        thread.nice(«Expressions.toLong(thread.nice)»);
      «ENDIF»
      «IF started.contains(thread)»
        thread.startedByThread();
      «ENDIF»
      «IF !thread.statements.empty»
        thread.program(«programs.of(thread.statements)»);
      «ENDIF»
      return thread;
    }
  '''

  private def traffic(Traffic it) '''
    new TrafficDeclaration(«JavaText.literal(trafficNames.get(it))», «JavaText.literal(nic.name)», «
    »«Expressions.toLong(port)», «SourceLines.of(it)»)
            .protocol(TrafficDeclaration.Protocol.«ports.protocol(it).toUpperCase»)
            .startNs(«number(it, SettingKind.START, 0)»)
            .count(«number(it, SettingKind.COUNT, 1)»)
            .payloadBytes(«number(it, SettingKind.PAYLOAD, 1)»)
            .gap(«gap(it)»)«flows(it)»«corrupt(it)»«arp(it)»«
    »«IF number(it, SettingKind.FIN, 0) == "1"».closed()«ENDIF»'''

  private def arp(Traffic it) {
    val after = Settings.value(settings, SettingKind.ARP)
    after.present ? ".arp(" + JavaText.literal(after.asLong) + ")" : ""
  }

  private def flows(Traffic it) {
    val flows = number(SettingKind.FLOWS, 1)
    flows == "1" ? "" : ".flows(" + flows + ")"
  }

  private def corrupt(Traffic it) {
    val share = Settings.share(settings, SettingKind.CORRUPT)
    share == 0 ? "" : ".corrupt(" + share + ")"
  }

  private def number(Traffic it, SettingKind kind, long otherwise) {
    JavaText.literal(Settings.value(settings, kind, otherwise))
  }

  private def gap(Traffic it) {
    val rate = Settings.value(settings, SettingKind.RATE)
    if (rate.present) {
      '''new Distribution.Constant(«JavaText.literal(Math.round(NS_PER_S / rate.asLong as double))»)'''
    } else {
      gaps.empty ? "new Distribution.Constant(0)" : new DistributionExpression(gaps.head, names).text
    }
  }
}

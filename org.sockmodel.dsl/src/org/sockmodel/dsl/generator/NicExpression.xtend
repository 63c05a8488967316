package org.sockmodel.dsl.generator

import java.util.List
import org.sockmodel.dsl.expression.Expressions
import org.sockmodel.dsl.setting.SettingKind
import org.sockmodel.dsl.setting.Settings
import org.sockmodel.dsl.sockModel.Expression
import org.sockmodel.dsl.sockModel.Moderation
import org.sockmodel.dsl.sockModel.Nic
import org.sockmodel.dsl.sockModel.Queue
import org.sockmodel.dsl.sockModel.Setting
import org.sockmodel.runtime.model.NicDriver

/** The declaration of a NIC. */
class NicExpression {

  val Nic nic

  new(Nic nic) {
    this.nic = nic
  }

  def String text() {
    val calls = drivers + wire + weights + moderations + receiving + steering + queues
    val start = '''new NicDeclaration(«JavaText.literal(nic.name)», «JavaText.literal(nic.machine.name)», «
    »«SourceLines.of(nic)»)'''
    start + calls.join("")["\n    ." + it]
  }

  private def drivers() {
    nic.drivers.map['''driver(NicDriver.«NicDriver.of(it).get»)'''.toString]
  }

  private def wire() {
    call(nic.settings, SettingKind.LINK, "linkBitsPerSecond") + call(nic.settings, SettingKind.RING, "ringPackets")
      + call(nic.settings, SettingKind.MTU, "mtuBytes")
      + call(nic.settings, SettingKind.DMA, "dmaNs")
  }

  private def weights() {
    nic.weights.map['''napiWeightPackets(«Expressions.toLong(it)»)'''.toString]
  }

  private def moderations() {
    nic.moderations.map['''moderation(new Moderation()«moderation.join("")["." + it]»)'''.toString]
  }

  private def Iterable<String> moderation(Moderation it) {
    (adaptive ? #["adaptive()"] : #[]) + call(settings, SettingKind.RX_USECS, "rxUsecs")
      + call(settings, SettingKind.RX_FRAMES, "rxFrames")
      + (Settings.value(settings, SettingKind.CQE_MODE_RX, 0) == 1 ? #["cqeModeRx()"] : #[])
      + call(settings, SettingKind.TX_USECS, "txUsecs") + call(settings, SettingKind.TX_FRAMES, "txFrames")
      + call(settings, SettingKind.GRO_FLUSH_TIMEOUT, "groFlushTimeout")
      + call(settings, SettingKind.NAPI_DEFER_HARD_IRQS, "napiDeferHardIrqs")
      + call(settings, SettingKind.IRQ_SUSPEND_TIMEOUT, "irqSuspendTimeout")
  }

  private def Iterable<String> receiving() {
    (isSaid(SettingKind.GRO, 0) ? #["withoutGro()"] : #[]) + (isSaid(SettingKind.THREADED, 1) ? #["threaded()"] : #[])
  }

  private def isSaid(SettingKind kind, long value) {
    val said = Settings.value(nic.settings, kind)
    said.present && said.asLong == value
  }

  private def steering() {
    (nic.rpsCpus.empty ? #[] : #['''rpsCpus(«nic.rpsCpus.join(", ")[Expressions.toLong(it).toString]»)'''.toString])
      + call(nic.settings, SettingKind.RPS_FLOW_CNT, "rpsFlows") + (isSaid(SettingKind.NTUPLE, 1) ? #["ntuple()"] : #[])
  }

  private def queues() {
    val used = Settings.value(nic.settings, SettingKind.QUEUES, Integer.MAX_VALUE)
    nic.queues.filter[Expressions.toLong(number) < used].sortBy[Expressions.toLong(number)].flatMap[
      val receive = '''queue(«numbers(number, irq, cpu)», «SourceLines.of(it)»)'''.toString
      val interrupts = if (transmitIrq === null) #[receive] else #[receive, transmitQueue]
      interrupts + queueSteering(it)
    ]
  }

  private def Iterable<String> queueSteering(Queue it) {
    val flows = Settings.value(settings, SettingKind.RPS_FLOW_CNT)
    (rpsCpus.empty ? #[] : #['''queueRpsCpus(«numbers(#[number] + rpsCpus)»)'''.toString])
      + (flows.present ? #['''queueRpsFlows(«numbers(number)», «JavaText.literal(flows.asLong)»)'''.toString] : #[])
  }

  private def transmitQueue(Queue it) {
    '''transmitQueue(«numbers(number, transmitIrq, transmitCpu)», «SourceLines.of(it)»)'''.toString
  }

  private def numbers(Expression... values) {
    numbers(values.toList)
  }

  private def numbers(Iterable<Expression> values) {
    values.join(", ")[Expressions.toLong(it).toString]
  }

  private def Iterable<String> call(List<Setting> settings, SettingKind kind, String method) {
    val value = Settings.value(settings, kind)
    value.present ? #['''«method»(«JavaText.literal(value.asLong)»)'''.toString] : #[]
  }
}

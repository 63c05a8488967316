package org.sockmodel.runtime.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sockmodel.runtime.kernel.netdev.Gro;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.netdev.RxFlowSteer;
import org.sockmodel.runtime.kernel.nic.AdaptiveModeration.Profiles;
import org.sockmodel.runtime.kernel.nic.AdaptiveModeration;
import org.sockmodel.runtime.kernel.nic.AdaptiveThrottling;
import org.sockmodel.runtime.kernel.nic.CoalescingTimer;
import org.sockmodel.runtime.kernel.nic.DeviceWatchdog;
import org.sockmodel.runtime.kernel.nic.InterruptModeration;
import org.sockmodel.runtime.kernel.nic.InterruptVector;
import org.sockmodel.runtime.kernel.nic.IntervalByLatency;
import org.sockmodel.runtime.kernel.nic.IntervalBySize;
import org.sockmodel.runtime.kernel.nic.IrqAction;
import org.sockmodel.runtime.kernel.nic.NapiTimer;
import org.sockmodel.runtime.kernel.nic.NicXmit;
import org.sockmodel.runtime.kernel.nic.ReceiveBuffers;
import org.sockmodel.runtime.kernel.nic.RxFlow;
import org.sockmodel.runtime.kernel.nic.RxFlows;
import org.sockmodel.runtime.kernel.nic.RxQueue;
import org.sockmodel.runtime.kernel.nic.RxQueueSettings;
import org.sockmodel.runtime.kernel.nic.ThrottlingTimer;
import org.sockmodel.runtime.kernel.nic.TxNapi;
import org.sockmodel.runtime.kernel.nic.TxRing;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.NicDeclaration;
import org.sockmodel.runtime.model.NicDriver;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.workload.traffic.WireEnd;
import org.sockmodel.runtime.workload.traffic.WireRate;

/** A declared card in its machine: the device, its queues with their interrupts, and the wire that ends in it. */
final class NetworkCard {

  /** {@code gro_normal_batch}. */
  private static final int GRO_NORMAL_BATCH = 8;

  private final NicDeclaration nic;
  private final NicDriver driver;
  private final SimulatedMachine machine;
  private final CardDrivers drivers;
  private final NetDevice device;
  private final WireEnd wire;
  private final RxFlows flows = new RxFlows();
  private final List<InterruptVector> vectors = new ArrayList<>();
  private final List<InterruptVector> watched = new ArrayList<>();

  NetworkCard(NicDeclaration nic, SimulatedMachine machine) {
    this.nic = nic;
    this.machine = machine;
    driver = nic.driver();
    drivers = machine.inet().drivers();
    TxRing[] rings = new TxRing[Math.max(1, nic.queues().size())];
    rings[0] = TxRing.silent(machine.pool());
    device = machine.inet().networks().nic(name(""), nic.mtuBytes(),
        new NicXmit(machine.paths(), rings));
    wire = new WireEnd(machine.simulator(), device, new WireRate(nic.linkBitsPerSecond()), machine.pool());
    for (NicDeclaration.Queue queue : nic.queues()) {
      RxQueue rx = receiveQueue(queue);
      flows.add(rx);
      rings[queue.number()] = transmitRing(queue, rx);
    }
    if (driver.watchdogNs() > 0) {
      new DeviceWatchdog(machine.simulator(), watched, driver.watchdogNs()).start();
    }
  }

  String name() {
    return nic.name();
  }

  WireEnd wire() {
    return wire;
  }

  /** Packets lost to full rings. */
  long droppedPackets() {
    return flows.queues().stream().mapToLong(RxQueue::droppedPackets).sum();
  }

  /** Whether an interrupt is to come that is held back, or a timer that polls instead of one. */
  boolean isPending() {
    return vectors.stream().anyMatch(InterruptVector::isPending)
        || flows.queues().stream().anyMatch(RxQueue::isPending);
  }

  /** The flows of a traffic. */
  RxFlow[] flowsOf(TrafficDeclaration traffic) {
    if (flows.queues().isEmpty()) {
      throw new ScenarioException(traffic.line(), "nic " + nic.name() + " has no queue to receive this traffic;"
          + " declare: queue 0 irq 24 -> cpu 0");
    }
    return IntStream.range(0, traffic.flows())
        .map(flow -> wire.fragments(traffic) ? wire.fragmentHash() : wire.hash(flow, traffic.port()))
        .mapToObj(flows::flow).toArray(RxFlow[]::new);
  }

  private RxQueue receiveQueue(NicDeclaration.Queue queue) {
    Moderation moderation = nic.moderation();
    RxQueueSettings settings = new RxQueueSettings(drivers.nextNapiAddress(), device.name(), queue.number(),
        driver.recordsRxQueue() ? queue.number() + 1 : 0, nic.napiWeightPackets(), nic.ringPackets(),
        nic.dmaNs(), new ReceiveBuffers(driver, machine.pool().heads()), driver.looksAgain(),
        moderation.napiDeferHardIrqs(), moderation.groFlushTimeoutNs(),
        machine.profile().has("irq_suspend") ? moderation.irqSuspendTimeoutNs() : 0);
    Gro gro = new Gro(machine.pool(), nic.hasGro(), machine.profile().has("gro_normal_list") ? GRO_NORMAL_BATCH : 1);
    RxFlowSteer steer = nic.hasNtuple() ? flows : RxFlowSteer.NONE;
    RxQueue rx = new RxQueue(settings, drivers.driverPoll(), machine.inet().receive(nic, queue.number(), steer), gro,
        machine.netRx(), machine.pool());
    InterruptVector vector = vector(queue,
        moderationOf(moderation.rxUsecsNs(driver.defaultRxUsecsNs()), moderation.isCqeModeRx()));
    watched.add(vector);
    rx.connect(vector, new NapiTimer(rx, machine.netRx()), device.net().mib());
    drivers.interrupt(queue.irq()).request(new IrqAction(name("-rx-" + queue.number()), vector,
        drivers.receiveHandler(driver), rx));
    machine.napis().add(rx);
    if (nic.isThreaded()) {
      machine.pollInThread(rx, nic.name());
    }
    return rx;
  }

  /** The transmit queue beside a receive queue, by the way in which its driver learns what has been sent. */
  private TxRing transmitRing(NicDeclaration.Queue receive, RxQueue rx) {
    return switch (driver.transmit()) {
      case SILENT -> TxRing.silent(machine.pool());
      case WITH_RECEIVE -> cleanedBy(rx, TxRing.of(rx.vector(), machine.pool()));
      case BESIDE_RECEIVE -> cleanedBy(rx, TxRing.beside(rx.vector(), transmitModeration(), machine.pool()));
      case IN_HANDLER -> countedBy(rx, transmitRing(nic.transmitQueue(receive)));
      case POLLED -> transmitRing(nic.transmitQueue(receive));
    };
  }

  private static TxRing cleanedBy(RxQueue rx, TxRing ring) {
    rx.cleans(ring);
    return countedBy(rx, ring);
  }

  private static TxRing countedBy(RxQueue rx, TxRing ring) {
    rx.vector().countTransmits(ring);
    return ring;
  }

  /** Of a completion queue of what is sent, whose time runs from its last interrupt. */
  private InterruptModeration transmitModeration() {
    ThrottlingTimer timer = new ThrottlingTimer(nic.moderation().txUsecsNs(driver.defaultTxUsecsNs()),
        nic.moderation().txFramesPackets(), false);
    return nic.moderation().isAdaptive() ? new AdaptiveModeration(Profiles.TX_EQE, timer) : timer;
  }

  private TxRing transmitRing(NicDeclaration.Queue queue) {
    InterruptVector vector = vector(queue, moderationOf(transmitUsecsNs(), false));
    TxRing ring = TxRing.of(vector, machine.pool());
    TxNapi napi = new TxNapi(drivers.nextNapiAddress(), device.name(), nic.napiWeightPackets(), ring, drivers.txPoll());
    boolean polled = driver.transmit() == NicDriver.Transmit.POLLED;
    drivers.interrupt(queue.irq()).request(new IrqAction(name("-tx-" + queue.number()), vector,
        drivers.transmitHandler(driver), polled ? napi : ring));
    if (driver.watchesTransmits()) {
      watched.add(vector);
    }
    return ring;
  }

  private long transmitUsecsNs() {
    long driversNs = driver.defaultTxUsecsNs();
    long saidNs = driver.moderatesTransmits() ? nic.moderation().txUsecsNs(driversNs) : driversNs;
    return driver.adapts(saidNs) ? driversNs : saidNs;
  }

  private InterruptVector vector(NicDeclaration.Queue queue, InterruptModeration moderation) {
    InterruptVector vector = new InterruptVector(machine.cpu(queue.cpu()), moderation, driver.causes());
    vectors.add(vector);
    return vector;
  }

  private InterruptModeration moderationOf(long rxUsecsNs, boolean restarts) {
    if (nic.moderation().isAdaptive()) {
      return new AdaptiveModeration(restarts ? Profiles.RX_CQE : Profiles.RX_EQE, new CoalescingTimer(0, 0, restarts));
    }
    return switch (driver.moderation()) {
      case COALESCING -> new CoalescingTimer(rxUsecsNs, nic.moderation().rxFramesPackets(), restarts);
      case THROTTLING -> driver.adapts(rxUsecsNs) ? adaptiveThrottling(driver.isConservative(rxUsecsNs))
          : new ThrottlingTimer(driver.intervalNs(rxUsecsNs), 0, driver.repeatsInterrupts());
    };
  }

  private InterruptModeration adaptiveThrottling(boolean conservative) {
    AdaptiveThrottling.IntervalChoice choice = driver == NicDriver.IGB ? new IntervalBySize(conservative)
        : new IntervalByLatency(conservative);
    return new AdaptiveThrottling(choice, driver::intervalNs, driver.writesIntervalInPoll(),
        driver.repeatsInterrupts());
  }

  private int name(String suffix) {
    return machine.names().intern(nic.name() + suffix);
  }
}

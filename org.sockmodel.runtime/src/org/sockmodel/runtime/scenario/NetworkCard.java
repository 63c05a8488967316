package org.sockmodel.runtime.scenario;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.kernel.netdev.Gro;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.nic.AdaptiveModeration;
import org.sockmodel.runtime.kernel.nic.CoalescingTimer;
import org.sockmodel.runtime.kernel.nic.DeviceInterrupt;
import org.sockmodel.runtime.kernel.nic.DeviceWatchdog;
import org.sockmodel.runtime.kernel.nic.InterruptModeration;
import org.sockmodel.runtime.kernel.nic.NapiTimer;
import org.sockmodel.runtime.kernel.nic.RxQueue;
import org.sockmodel.runtime.kernel.nic.RxQueueSettings;
import org.sockmodel.runtime.kernel.nic.ThrottlingTimer;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.NicDeclaration;
import org.sockmodel.runtime.model.NicDriver;
import org.sockmodel.runtime.workload.WireEnd;
import org.sockmodel.runtime.workload.WireRate;

/** A declared card in its machine: the device, its queues with their interrupts, and the wire that ends in it. */
final class NetworkCard {

  private static final long FIRST_NAPI_ADDRESS = 0xffff888300000000L;
  /** {@code gro_normal_batch}. */
  private static final int GRO_NORMAL_BATCH = 8;
  private static final long NAPI_STRIDE_BYTES = 512;

  private final NicDeclaration nic;
  private final SimulatedMachine machine;
  private final NetDevice device;
  private final WireEnd wire;
  private final List<RxQueue> queues = new ArrayList<>();

  NetworkCard(NicDeclaration nic, SimulatedMachine machine) {
    this.nic = nic;
    this.machine = machine;
    device = machine.inet().addNic(machine.names().intern(nic.name()));
    wire = new WireEnd(machine.simulator(), device, new WireRate(nic.linkBitsPerSecond()), machine.pool());
    nic.queues().forEach(this::addQueue);
    if (nic.driver().watchdogNs() > 0) {
      new DeviceWatchdog(machine.simulator(), queues, nic.driver().watchdogNs()).start();
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
    return queues.stream().mapToLong(RxQueue::droppedPackets).sum();
  }

  /**
   * Receive side scaling: all packets of one flow go to one queue.
   *
   * @param line where the model wants packets to arrive, for the message that there is no queue
   */
  RxQueue queueOfPort(int port, int line) {
    if (queues.isEmpty()) {
      throw new ScenarioException(line, "nic " + nic.name() + " has no queue to receive this traffic;"
          + " declare: queue 0 irq 24 -> cpu 0");
    }
    return queues.get(port % queues.size());
  }

  private void addQueue(NicDeclaration.Queue queue) {
    Moderation moderation = nic.moderation();
    RxQueueSettings settings = new RxQueueSettings(FIRST_NAPI_ADDRESS + NAPI_STRIDE_BYTES * queue.irq(), device.name(),
        queue.number(), nic.napiWeightPackets(), nic.ringPackets(), nic.driver().looksAgain(),
        moderation.napiDeferHardIrqs(), moderation.groFlushTimeoutNs());
    Gro gro = new Gro(machine.pool(), nic.hasGro(), machine.profile().has("gro_normal_list") ? GRO_NORMAL_BATCH : 1);
    RxQueue rx = new RxQueue(settings, machine.inet().driverPoll(), machine.inet().receive(nic), gro,
        machine.netRx(), machine.pool());
    int line = machine.names().intern(nic.name() + "-rx-" + queue.number());
    rx.connect(new DeviceInterrupt(queue.irq(), line, rx, machine.inet().interruptHandler(nic.driver())),
        machine.cpu(queue.cpu()), moderationOf(moderation, nic.driver()),
        new NapiTimer(machine.cpu(queue.cpu()), rx, machine.netRx()));
    machine.napis().add(rx);
    if (nic.isThreaded()) {
      machine.pollInThread(rx, nic.name());
    }
    queues.add(rx);
  }

  private static InterruptModeration moderationOf(Moderation moderation, NicDriver driver) {
    if (moderation.isAdaptive()) {
      return new AdaptiveModeration();
    }
    long rxUsecsNs = moderation.rxUsecsNs(driver.defaultRxUsecsNs());
    return switch (driver.moderation()) {
      case COALESCING -> new CoalescingTimer(rxUsecsNs, moderation.rxFramesPackets());
      case THROTTLING -> new ThrottlingTimer(rxUsecsNs, driver.repeatsInterrupts());
    };
  }
}

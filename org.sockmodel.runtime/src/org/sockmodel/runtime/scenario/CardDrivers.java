package org.sockmodel.runtime.scenario;

import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.kernel.cpu.Host;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.nic.DeviceInterrupt;
import org.sockmodel.runtime.kernel.nic.DriverPoll;
import org.sockmodel.runtime.kernel.nic.NapiHandler;
import org.sockmodel.runtime.kernel.nic.NetifRxHandler;
import org.sockmodel.runtime.kernel.nic.TxHandler;
import org.sockmodel.runtime.kernel.nic.TxNapi;
import org.sockmodel.runtime.model.NicDriver;
import org.sockmodel.runtime.sim.Simulator;

/** The drivers of one machine's cards, and the interrupts that they share. */
final class CardDrivers {

  private static final long FIRST_NAPI_ADDRESS = 0xffff888300000000L;
  private static final long NAPI_STRIDE_BYTES = 512;

  private final KernelFunction driverPoll;
  private final KernelFunction txPoll;
  private final KernelFunction napiHandler;
  private final KernelFunction netifRxHandler = new NetifRxHandler();
  private final KernelFunction txHandler = new TxHandler();
  private final KernelFunction interruptHandler;
  private final Map<Integer, DeviceInterrupt> interrupts = new HashMap<>();
  private int napis;

  CardDrivers(SimulatedMachine machine) {
    Path[] paths = machine.paths();
    driverPoll = new DriverPoll(paths);
    txPoll = new TxNapi.Poll(paths, machine.netRx());
    napiHandler = new NapiHandler(paths, machine.netRx());
    interruptHandler = new DeviceInterrupt.Handler(paths);
  }

  /** {@code irq_to_desc}: the interrupt of a number. */
  DeviceInterrupt interrupt(int irq) {
    return interrupts.computeIfAbsent(irq, number -> new DeviceInterrupt(number, interruptHandler));
  }

  /** Has a host deliver all interrupts. */
  void emulate(Host host, Simulator simulator) {
    interrupts.values().forEach(interrupt -> interrupt.emulate(host, simulator));
  }

  /** Where the next NAPI context lies. */
  long nextNapiAddress() {
    return FIRST_NAPI_ADDRESS + NAPI_STRIDE_BYTES * napis++;
  }

  /** The poll function of a receive queue. */
  KernelFunction driverPoll() {
    return driverPoll;
  }

  /** The poll function of a transmit queue. */
  KernelFunction txPoll() {
    return txPoll;
  }

  /** What a driver does when a receive queue interrupts. */
  KernelFunction receiveHandler(NicDriver driver) {
    return driver.hasNapi() ? napiHandler : netifRxHandler;
  }

  /** What a driver does when a transmit queue interrupts. */
  KernelFunction transmitHandler(NicDriver driver) {
    return driver.transmit() == NicDriver.Transmit.POLLED ? napiHandler : txHandler;
  }
}

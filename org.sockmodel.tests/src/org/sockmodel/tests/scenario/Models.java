package org.sockmodel.tests.scenario;

import java.util.List;
import org.sockmodel.runtime.model.Distribution;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.NicDeclaration;
import org.sockmodel.runtime.model.NicDriver;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketType;

/** Small models: one machine of two CPUs, one card whose queue interrupts CPU 0, one reader that reads forever. */
final class Models {

  static final int PORT = 5000;
  static final int READ_LINE = 7;

  private Models() {
  }

  static ModelDeclaration udpReader(String kernel, int readerCpu, TrafficDeclaration traffic) {
    return udpReader(kernel, readerCpu, NicDriver.IDEAL, new Moderation(), traffic);
  }

  static ModelDeclaration udpReader(String kernel, int readerCpu, NicDriver driver, Moderation moderation,
      TrafficDeclaration traffic) {
    ModelDeclaration model = model(kernel, moderation, traffic, reader(readerCpu,
        new Instruction.Socket("s", AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 5),
        new Instruction.Bind("s", Endpoint.port(PORT), 6)));
    model.nics().get(0).driver(driver);
    return model;
  }

  /** A reader that answers each datagram with another. */
  static ModelDeclaration udpEcho(String kernel, NicDriver driver, Moderation moderation, TrafficDeclaration traffic) {
    Instruction answer = new Instruction.Loop(Instruction.FOREVER,
        List.of(new Instruction.Recv("s", 2048, 0, READ_LINE), new Instruction.Send("s", 64, 0, READ_LINE)), READ_LINE);
    ModelDeclaration model = model(kernel, moderation, traffic, new ThreadDeclaration("reader", 5).cpu(1).program(
        new Instruction.Socket("s", AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 5),
        new Instruction.Established("s", PORT, 6), answer));
    model.nics().get(0).driver(driver);
    return model;
  }

  static ModelDeclaration tcpReader(String kernel, int readerCpu, TrafficDeclaration traffic) {
    return model(kernel, new Moderation(), traffic.protocol(TrafficDeclaration.Protocol.TCP), reader(readerCpu,
        new Instruction.Socket("s", AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0, 5),
        new Instruction.Established("s", PORT, 6)));
  }

  static ModelDeclaration model(String kernel, Moderation moderation, TrafficDeclaration traffic,
      ThreadDeclaration... threads) {
    WorkloadDeclaration workload = new WorkloadDeclaration("w", "host", 4);
    for (ThreadDeclaration thread : threads) {
      workload.thread(thread);
    }
    return new ModelDeclaration("m", "m.sockmodel")
        .machine(new MachineDeclaration("host", 1).cpus(2).kernel(kernel))
        .nic(new NicDeclaration("eth0", "host", 2).queue(0, 24, 0, 3).moderation(moderation))
        .workload(workload.traffic(traffic));
  }

  static TrafficDeclaration traffic(long count, long gapNs) {
    return new TrafficDeclaration("t", "eth0", PORT, 9).startNs(1_000_000).count(count).payloadBytes(512)
        .gap(new Distribution.Constant(gapNs));
  }

  static TrafficDeclaration poisson(long count, long meanNs) {
    return traffic(count, 0).gap(new Distribution.Exponential(meanNs));
  }

  private static ThreadDeclaration reader(int cpu, Instruction socket, Instruction port) {
    Instruction loop = new Instruction.Loop(Instruction.FOREVER,
        List.of(new Instruction.Recv("s", 2048, 0, READ_LINE)), READ_LINE);
    return new ThreadDeclaration("reader", 5).cpu(cpu).program(socket, port, loop);
  }
}

package org.sockmodel.tests.kernel.tcp;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.LinkDeclaration;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.NetnsDeclaration;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.NetTracepoints.TcpProbe;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.SocketOption;

/** Sends over a veth pair that loses some of it, to a reader who comes later, and says what came of it. */
final class LossyPair {

  static final int SEGMENT_BYTES = 1448;
  static final long SENT_NS = 40_000_000;

  private static final long READ_NS = SENT_NS + 30_000_000;
  private static final int LINE = 1;
  private static final int PORT = 5000;
  private static final int ACK_BYTES = 52;
  private static final int MOST_ACK_BYTES = 100;

  private final String kernel;
  private final List<Long> resentNs = new ArrayList<>();
  private final List<Integer> windows = new ArrayList<>();
  private final List<Integer> optionBytes = new ArrayList<>();
  private final List<String> drops = new ArrayList<>();
  private long receivedBytes;

  LossyPair(String kernel) {
    this.kernel = kernel;
  }

  /** Sends so many messages one behind the other. */
  LossyPair send(int count, long bytes, double share, long... lost) {
    List<Instruction> sender = new ArrayList<>(List.of(new Instruction.Setns("a", LINE), TcpPrograms.socket("l"),
        new Instruction.Bind("l", Endpoint.port(PORT), LINE), new Instruction.Listen("l", 16, LINE),
        new Instruction.Setns("b", LINE), TcpPrograms.socket("s"),
        new Instruction.Connect("s", new Endpoint("a", PORT, ""), LINE), new Instruction.Accept("r", "l", LINE),
        new Instruction.Setsockopt("s", SocketOption.TCP_NODELAY, 1, LINE), new Instruction.Sleep(SENT_NS, LINE),
        new Instruction.Loop(count, List.of(new Instruction.Send("s", bytes, 0, LINE)), LINE)));
    WorkloadDeclaration workload = new WorkloadDeclaration("w", "host", LINE)
        .thread(new ThreadDeclaration("snd", LINE).cpu(1).program(sender.toArray(Instruction[]::new)))
        .thread(new ThreadDeclaration("rdr", LINE).cpu(0).program(new Instruction.Sleep(READ_NS, LINE),
            new Instruction.Recv("r", count * bytes, MessageFlag.MSG_WAITALL, LINE)));
    ModelDeclaration model = new ModelDeclaration("m", "m.sockmodel")
        .machine(new MachineDeclaration("host", LINE).cpus(2).kernel(kernel))
        .netns(new NetnsDeclaration("a", "host", LINE)).netns(new NetnsDeclaration("b", "host", LINE))
        .link(new LinkDeclaration("vA", "a", "vB", "b", LINE).loses(share, lost)).workload(workload);
    new Simulation(model, 1, false).run(this::accept);
    return this;
  }

  long receivedBytes() {
    return receivedBytes;
  }

  /** When segments were sent again, since the first message. */
  List<Long> resentNs() {
    return resentNs;
  }

  /** The congestion window at each acknowledgement, before it is looked at. */
  List<Integer> windows() {
    return windows;
  }

  /** What the headers of acknowledgements have beside the timestamps. */
  List<Integer> optionBytes() {
    return optionBytes;
  }

  List<String> drops() {
    return drops;
  }

  private void accept(TraceEvent event) {
    if (event.timeNs() < SENT_NS) {
      return;
    }
    switch (event.tracepoint().name()) {
      case "tcp_retransmit_skb" -> resentNs.add(event.timeNs() - SENT_NS);
      case "kfree_skb" -> drops.add(event.names().text((int) event.value(4)));
      case "sys_exit_recvfrom" -> receivedBytes += Math.max(event.value(0), 0);
      case "netif_receive_skb" -> {
        if (event.value(NetifReceiveSkb.LEN) < MOST_ACK_BYTES) {
          optionBytes.add((int) event.value(NetifReceiveSkb.LEN) - ACK_BYTES);
        }
      }
      case "tcp_probe" -> {
        if (event.value(TcpProbe.DATA_LEN) == 0) {
          windows.add((int) event.value(TcpProbe.SND_CWND));
        }
      }
      default -> {
      }
    }
  }
}

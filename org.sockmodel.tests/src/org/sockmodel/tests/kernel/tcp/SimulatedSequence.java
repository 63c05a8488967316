package org.sockmodel.tests.kernel.tcp;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.scenario.SimulationResult;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.TraceEvent;

/** A simulated machine of two CPUs and what its trace says, in the notation of the recordings' SEQUENCES.txt. */
public final class SimulatedSequence {

  private static final int LINE = 1;
  private static final String[] VECTORS =
      {"HI", "TIMER", "NET_TX", "NET_RX", "BLOCK", "IRQ_POLL", "TASKLET", "SCHED", "HRTIMER", "RCU"};

  private final MachineDeclaration machine;
  private final WorkloadDeclaration workload = new WorkloadDeclaration("w", "host", LINE);
  private final ContextTokens tokens = new ContextTokens();
  private final List<String> all = new ArrayList<>();
  private final int[] hardirqs = new int[2];
  private final int[] softirqs = new int[2];
  private String from = "";
  private boolean begun;
  private SimulationResult result;

  public SimulatedSequence(String kernel) {
    machine = new MachineDeclaration("host", LINE).cpus(2).kernel(kernel);
  }

  public SimulatedSequence sysctl(String name, long value) {
    machine.sysctl(name, value);
    return this;
  }

  public SimulatedSequence thread(String name, int cpu, Instruction... program) {
    workload.thread(new ThreadDeclaration(name, LINE).cpu(cpu).program(program));
    return this;
  }

  /** Runs the machine; what comes before the first token that begins so is set-up and left out of {@link #text}. */
  public SimulatedSequence run(String begin) {
    from = begin;
    ModelDeclaration model = new ModelDeclaration("m", "m.sockmodel").machine(machine).workload(workload);
    result = new Simulation(model, 1, false).run(this::accept);
    return this;
  }

  /** A line for each task and context. */
  public String text() {
    return tokens.text();
  }

  /** All tokens of all tasks in the order of time, each after its task and CPU. */
  public List<String> all() {
    return all;
  }

  public List<String> warnings() {
    return result.warnings();
  }

  public long endNs() {
    return result.endNs();
  }

  public long count(String beginning) {
    return all.stream().filter(line -> line.split("\\|", 2)[1].startsWith(beginning)).count();
  }

  private void accept(TraceEvent event) {
    String name = event.tracepoint().name();
    int cpu = event.cpu();
    boolean softirq = name.startsWith("softirq");
    boolean interrupt = name.endsWith("_entry") && !softirq && !name.startsWith("napi");
    hardirqs[cpu] += interrupt ? 1 : 0;
    softirqs[cpu] += name.equals("softirq_entry") ? 1 : 0;
    String token = token(name, event);
    if (!token.isEmpty()) {
      String task = event.names().text(event.comm());
      String context = hardirqs[cpu] > 0 ? "HARDIRQ" : softirqs[cpu] > 0 ? "SOFTIRQ" : "task";
      begun |= token.startsWith(from);
      all.add(task + " cpu" + cpu + "|" + token);
      if (begun) {
        tokens.add(task, context, token);
      }
    }
    hardirqs[cpu] -= name.endsWith("_exit") && !softirq && !name.startsWith("sys") ? 1 : 0;
    softirqs[cpu] -= name.equals("softirq_exit") ? 1 : 0;
  }

  private static String token(String name, TraceEvent event) {
    if (name.startsWith("lttng") || name.startsWith("local_timer") || name.endsWith("clock_nanosleep")
        || name.equals("inet_sk_error_report") || name.equals("call_function_single_exit")) {
      return "";
    }
    if (name.startsWith("sys_")) {
      return syscall(name, event);
    }
    return switch (name) {
      case "softirq_entry", "softirq_exit", "softirq_raise" -> "[" + name + " " + VECTORS[event.intValue(0)] + "]";
      case "net_dev_queue", "netif_rx", "netif_receive_skb" ->
          "[" + name + " " + field(event, "dev") + " " + field(event, "len") + "]";
      case "sk_data_ready" -> "[sk_data_ready " + field(event, "func") + "]";
      case "sched_waking" -> "[waking " + field(event, "comm") + " cpu00" + field(event, "target_cpu") + "]";
      case "sched_wakeup" -> "[wakeup " + field(event, "comm") + " cpu00" + field(event, "target_cpu") + "]";
      case "ipi_send_cpu" -> "[ipi->cpu" + field(event, "cpu") + " " + field(event, "callsite") + "]";
      case "napi_poll" ->
          "[napi_poll (no_device) work " + field(event, "work") + " budget " + field(event, "budget") + "]";
      case "sched_switch" -> "[switch " + field(event, "prev_comm") + "(" + state(field(event, "prev_state")) + ")->"
          + field(event, "next_comm") + "]";
      case "skb_copy_datagram_iovec" -> "[copy_datagram " + field(event, "len") + "]";
      case "sock_recv_length", "sock_send_length" ->
          "[" + name + " len=" + field(event, "length") + " err=" + field(event, "error") + "]";
      case "inet_sock_set_state" -> "[state " + field(event, "newstate") + "]";
      default -> "[" + name + "]";
    };
  }

  private static String syscall(String name, TraceEvent event) {
    if (name.startsWith("sys_exit_")) {
      return "sys_" + name.substring(9) + " -> 0x" + Long.toHexString(event.value(0));
    }
    String flags = field(event, "flags");
    long number = flags.isEmpty() ? 0 : Long.parseLong(flags);
    String shown = number < 10 ? flags : "0x" + Long.toHexString(number);
    return "sys_" + name.substring(10) + "(" + (flags.isEmpty() ? "" : "flags=" + shown) + ")";
  }

  private static String state(String number) {
    return switch (number) {
      case "0" -> "R";
      case "1" -> "S";
      case "16" -> "X";
      default -> number;
    };
  }

  private static String field(TraceEvent event, String name) {
    List<Field> fields = event.tracepoint().fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return fields.get(i).kind().isText() ? event.text(i) : Long.toString(event.value(i));
      }
    }
    return "";
  }
}

package org.sockmodel.tests.kernel;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.scenario.SimulationResult;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * One machine of two CPUs with threads of one workload, and its run. Sockets have the names {@code r} and {@code s}:
 * what is sent on {@code s} is received on {@code r}.
 */
public final class Scene {

  private static final int PORT = 5000;
  private static final int LINE = 1;

  private final MachineDeclaration machine;
  private final WorkloadDeclaration workload = new WorkloadDeclaration("w", "host", LINE);
  private final List<Token> tokens = new ArrayList<>();
  private SimulationResult result;

  private record Token(String comm, String text, long timeNs) {
  }

  public Scene(String kernel) {
    machine = new MachineDeclaration("host", LINE).cpus(2).kernel(kernel);
  }

  public Scene sysctl(String name, long value) {
    machine.sysctl(name, value);
    return this;
  }

  public Scene thread(String name, int cpu, Instruction... program) {
    workload.thread(new ThreadDeclaration(name, LINE).cpu(cpu).program(program));
    return this;
  }

  public Scene run() {
    return run(false);
  }

  /** Runs the model; with {@code functions}, entered functions are events too. */
  public Scene run(boolean functions) {
    ModelDeclaration model = new ModelDeclaration("m", "m.sockmodel").machine(machine).workload(workload);
    result = new Simulation(model, 1, functions).run(this::accept);
    return this;
  }

  private void accept(TraceEvent event) {
    String text = TokenText.of(event);
    if (!text.isEmpty()) {
      tokens.add(new Token(event.names().text(event.comm()), text, event.timeNs()));
    }
  }

  public List<String> warnings() {
    return result.warnings();
  }

  /** Everything that happens in a task, interrupts included, from the first event that begins with {@code from} on. */
  public String events(String comm, String from) {
    List<String> found = new ArrayList<>();
    for (Token token : tokens) {
      if (token.comm.equals(comm) && (!found.isEmpty() || token.text.startsWith(from))) {
        found.add(token.text);
      }
    }
    return String.join(" > ", found);
  }

  /** What a task does, from the first event that begins with {@code from} to the next that begins with {@code to}. */
  public String events(String comm, String from, String to) {
    List<String> found = new ArrayList<>();
    for (Token token : tokens) {
      if (token.comm.equals(comm) && (!found.isEmpty() || token.text.startsWith(from))) {
        found.add(token.text);
        if (token.text.startsWith(to)) {
          break;
        }
      }
    }
    return String.join(" > ", found);
  }

  /** The tasks that are woken, in order, from the first event of any task that begins with {@code from} on. */
  public List<String> woken(String from) {
    List<String> found = new ArrayList<>();
    boolean begun = false;
    for (Token token : tokens) {
      begun |= token.text.startsWith(from);
      if (begun && token.text.startsWith("[waking ")) {
        found.add(token.text.split(" ")[1]);
      }
    }
    return found;
  }

  public long count(String comm, String beginning) {
    return tokens.stream().filter(token -> token.comm.equals(comm) && token.text.startsWith(beginning)).count();
  }

  /** When the last event of a task that begins with {@code beginning} is, in ns. */
  public long lastNs(String comm, String beginning) {
    return tokens.stream().filter(token -> token.comm.equals(comm) && token.text.startsWith(beginning))
        .mapToLong(Token::timeNs).max().orElseThrow();
  }

  /** {@code socketpair} of AF_UNIX. */
  public static Instruction pair(int type) {
    return new Instruction.Socketpair("r", "s", AddressFamily.AF_UNIX, type, 0, LINE);
  }

  /** Two UDP sockets; what is sent with {@link #udpSend} comes to the first. */
  public static Instruction[] udp(Instruction... then) {
    return join(then, new Instruction.Socket("r", AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, LINE),
        new Instruction.Bind("r", Endpoint.port(PORT), LINE),
        new Instruction.Socket("s", AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, LINE));
  }

  /** A TCP connection over loopback. */
  public static Instruction[] tcp(Instruction... then) {
    return join(then, new Instruction.Socket("l", AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0, LINE),
        new Instruction.Bind("l", Endpoint.port(PORT), LINE), new Instruction.Listen("l", 16, LINE),
        new Instruction.Socket("s", AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0, LINE),
        new Instruction.Connect("s", Endpoint.port(PORT), LINE), new Instruction.Accept("r", "l", LINE));
  }

  private static Instruction[] join(Instruction[] last, Instruction... first) {
    List<Instruction> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(last));
    return all.toArray(Instruction[]::new);
  }

  public static Instruction sleepMs(long ms) {
    return new Instruction.Sleep(ms * 1_000_000, LINE);
  }

  public static Instruction recv(int flags) {
    return new Instruction.Recv("r", 65_536, flags, LINE);
  }

  public static Instruction send(long bytes) {
    return new Instruction.Send("s", bytes, 0, LINE);
  }

  public static Instruction udpSend(long bytes) {
    return new Instruction.Sendto("s", bytes, 0, Endpoint.port(PORT), LINE);
  }

  /** Lets a program go on after an errno. */
  public static Instruction unlessErrno(int errno) {
    return new Instruction.IfErrno(errno, List.of(), List.of(), LINE);
  }
}

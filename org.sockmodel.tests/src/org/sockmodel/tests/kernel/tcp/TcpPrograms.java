package org.sockmodel.tests.kernel.tcp;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketOption;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * Pieces of thread programs. The sender sets up a connection over loopback, {@code s} its own end and {@code r} the
 * reader's, and both of them wait until that is done.
 */
public final class TcpPrograms {

  public static final Endpoint ENDPOINT = Endpoint.port(5000);
  static final int MESSAGE_BYTES = 64;
  static final int READ_BYTES = 65_536;
  private static final long GAP_NS = 3_000_000;
  private static final long READER_STARTS_NS = 5_000_000;
  private static final long SENDER_STARTS_NS = 10_000_000;
  private static final int LINE = 1;

  private TcpPrograms() {
  }

  /** What the sender does: the set-up, a pause while the reader falls asleep, and then this. */
  static Instruction[] sender(Instruction... then) {
    return join(connection(), new Instruction.Sleep(SENDER_STARTS_NS, LINE), then);
  }

  /** What the sender does without a pause between the set-up and this. */
  static Instruction[] atOnce(Instruction... then) {
    return join(connection(), null, then);
  }

  /** What the reader does once the connection is there. */
  static Instruction[] reader(Instruction... then) {
    return join(List.of(), new Instruction.Sleep(READER_STARTS_NS, LINE), then);
  }

  static Instruction[] listener(Instruction... then) {
    return join(List.of(socket("l"), new Instruction.Bind("l", ENDPOINT, LINE),
        new Instruction.Listen("l", 16, LINE)), null, then);
  }

  static Instruction socket(String name) {
    return new Instruction.Socket(name, AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0, LINE);
  }

  static Instruction connect(String name) {
    return new Instruction.Connect(name, ENDPOINT, LINE);
  }

  static Instruction accept(String name) {
    return new Instruction.Accept(name, "l", LINE);
  }

  static Instruction recv(long bytes, int flags) {
    return new Instruction.Recv("r", bytes, flags, LINE);
  }

  static Instruction send(long bytes) {
    return new Instruction.Send("s", bytes, 0, LINE);
  }

  /** Sends a message {@code times} times, with a pause after each. */
  static Instruction sends(int times) {
    return new Instruction.Loop(times, List.of(send(MESSAGE_BYTES), pause()), LINE);
  }

  static Instruction option(String name, SocketOption option, long value) {
    return new Instruction.Setsockopt(name, option, value, LINE);
  }

  public static Instruction pause() {
    return new Instruction.Sleep(GAP_NS, LINE);
  }

  public static Instruction startLater() {
    return new Instruction.Sleep(SENDER_STARTS_NS, LINE);
  }

  /** Lets a program go on after any errno. */
  public static Instruction whateverHappened() {
    return new Instruction.IfErrno(0, List.of(), List.of(), LINE);
  }

  private static List<Instruction> connection() {
    return List.of(socket("l"), new Instruction.Bind("l", ENDPOINT, LINE),
        new Instruction.Listen("l", 16, LINE), socket("s"), connect("s"), accept("r"),
        option("s", SocketOption.TCP_NODELAY, 1), option("r", SocketOption.TCP_NODELAY, 1));
  }

  private static Instruction[] join(List<Instruction> first, Instruction between, Instruction... last) {
    List<Instruction> joined = new ArrayList<>(first);
    if (between != null) {
      joined.add(between);
    }
    joined.addAll(List.of(last));
    return joined.toArray(Instruction[]::new);
  }
}

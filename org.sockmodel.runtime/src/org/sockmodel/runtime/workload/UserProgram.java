package org.sockmodel.runtime.workload;

import java.util.Map;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.Errno;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.MessageFlag;
import org.sockmodel.runtime.model.SocketType;

/**
 * User space: the frame at the bottom of every thread's stack, which does one operation of the thread's program after
 * the other. {@code self}: the {@link AppThread}.
 */
public final class UserProgram extends KernelFunction {

  private static final int NEXT = 0;
  private static final int CALLED = 1;

  private final SystemCalls calls;

  public UserProgram(SystemCalls calls) {
    super("user");
    this.calls = calls;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    AppThread thread = (AppThread) frame.self;
    if (frame.pc == CALLED) {
      thread.lastResult = cpu.result();
      frame.pc = NEXT;
      endOnUnhandledErrno(thread);
    } else if (thread.position == thread.program.length()) {
      thread.task.state(Task.DEAD);
      cpu.call(frame, calls.schedule(), NEXT);
    } else {
      run(cpu, frame, thread, thread.program.at(thread.position++));
    }
  }

  /** An errno that no instruction looks at ends the thread. */
  private static void endOnUnhandledErrno(AppThread thread) {
    boolean handled = thread.position < thread.program.length()
        && thread.program.at(thread.position) instanceof Program.UnlessErrno;
    if (thread.lastResult < 0 && !handled) {
      Program.Do failed = (Program.Do) thread.program.at(thread.position - 1);
      thread.fail("line " + failed.instruction().line() + ": " + errnoName((int) -thread.lastResult));
      thread.position = thread.program.length();
    }
  }

  private void run(Cpu cpu, Frame frame, AppThread thread, Program.Operation operation) {
    if (operation instanceof Program.Do run) {
      execute(cpu, frame, thread, run.instruction());
    } else if (operation instanceof Program.BeginLoop begin) {
      thread.roundsLeft[begin.counter()] = begin.count();
    } else if (operation instanceof Program.RepeatLoop repeat) {
      if (thread.roundsLeft[repeat.counter()]-- <= 0) {
        thread.position = repeat.target();
      }
    } else if (operation instanceof Program.Jump jump) {
      thread.position = jump.target();
    } else if (operation instanceof Program.UnlessErrno test) {
      boolean matches = thread.lastResult < 0 && (test.errno() == 0 || thread.lastResult == -test.errno());
      thread.position = matches ? thread.position : test.target();
    }
  }

  private void execute(Cpu cpu, Frame frame, AppThread thread, Instruction instruction) {
    if (instruction instanceof Instruction.Recv recv) {
      receive(cpu, frame, thread, calls.recvfrom(), recv.socket(), recv.bytes(), recv.flags());
    } else if (instruction instanceof Instruction.Recvmsg recv) {
      receive(cpu, frame, thread, calls.recvmsg(), recv.socket(), recv.bytes(), recv.flags());
    } else if (instruction instanceof Instruction.Read read) {
      receive(cpu, frame, thread, calls.read(), read.socket(), read.bytes(), 0);
    } else if (instruction instanceof Instruction.Send send) {
      send(cpu, frame, thread, send.socket(), send.bytes(), 0);
    } else if (instruction instanceof Instruction.Sendto send) {
      send(cpu, frame, thread, send.socket(), send.bytes(), send.endpoint().port());
    } else if (instruction instanceof Instruction.Sleep sleep) {
      cpu.call(frame, calls.nanosleep(), CALLED).n = sleep.ns();
    } else if (instruction instanceof Instruction.Compute compute) {
      cpu.spend(frame, compute.ns(), NEXT);
    } else {
      thread.lastResult = setUp(thread, instruction);
      endOnUnhandledErrno(thread);
    }
  }

  private void receive(Cpu cpu, Frame frame, AppThread thread, KernelFunction call, String variable, long bytes,
      int flags) {
    Descriptors.Descriptor descriptor = thread.descriptors.of(variable);
    if (descriptor == null) {
      thread.lastResult = -Errno.EBADF;
      endOnUnhandledErrno(thread);
      return;
    }
    boolean nonblocking = (descriptor.type() & SocketType.SOCK_NONBLOCK) != 0;
    Frame callee = cpu.call(frame, call, descriptor.sock(), CALLED);
    callee.other = thread.waitEntry;
    callee.n = bytes;
    callee.m = nonblocking ? flags | MessageFlag.MSG_DONTWAIT : flags;
    callee.k = descriptor.fd();
  }

  private void send(Cpu cpu, Frame frame, AppThread thread, String variable, long bytes, int port) {
    Descriptors.Descriptor descriptor = thread.descriptors.of(variable);
    if (descriptor == null) {
      thread.lastResult = -Errno.EBADF;
      endOnUnhandledErrno(thread);
      return;
    }
    Frame callee = cpu.call(frame, calls.sendto(), descriptor.sock(), CALLED);
    callee.n = bytes;
    callee.m = descriptor.fd();
    callee.k = port;
  }

  /** Calls that take no simulated time: the result, or minus an errno. */
  private long setUp(AppThread thread, Instruction instruction) {
    if (instruction instanceof Instruction.Socket socket) {
      Sock sock = calls.socket(socket.family(), socket.type(), socket.protocol());
      return sock == null
          ? -calls.socketErrno(socket.family(), socket.type(), socket.protocol())
          : thread.descriptors.open(socket.variable(), socket.type(), sock);
    }
    if (instruction instanceof Instruction.Bind bind) {
      return bind(thread, bind.socket(), bind.endpoint().port());
    }
    if (instruction instanceof Instruction.Established established) {
      return bind(thread, established.socket(), established.port());
    }
    throw new UnsupportedInstruction(instruction);
  }

  private long bind(AppThread thread, String variable, int port) {
    Descriptors.Descriptor descriptor = thread.descriptors.of(variable);
    if (descriptor == null) {
      return -Errno.EBADF;
    }
    return calls.ports(descriptor.sock()).bind(descriptor.sock(), port) ? 0 : -Errno.EADDRINUSE;
  }

  private static String errnoName(int number) {
    return Errno.numbers().entrySet().stream()
        .filter(entry -> entry.getValue() == number && !entry.getKey().equals("EWOULDBLOCK"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("errno " + number);
  }
}

package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.trace.Syscall;

/**
 * {@code close(2)}, {@code fs/open.c}. {@code self}: what is behind the descriptor; {@code n}: the result; {@code m}:
 * 1 if another call still uses the file and releases it when it ends; {@code k}: the descriptor. Returns 0, or minus an
 * errno.
 */
public final class CloseCall extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int RELEASE = 1;
  private static final int RELEASED = 2;
  private static final int LEAVE = 3;
  private static final int EXIT = 4;
  private static final int LATE = 5;
  private static final int RETURN = 6;

  private final Releases releases;
  private final boolean inTheCall;
  private final SyscallExit exit;

  /** Knows {@code f_op->release} of every kind of file. */
  @FunctionalInterface
  public interface Releases {

    /** The function, which gets {@code file} as its {@code self}. */
    KernelFunction of(Object file);
  }

  /**
   * @param inTheCall whether the file is released in the call; else {@code task_work} does it on the way to user space
   */
  public CloseCall(Releases releases, boolean inTheCall, Path[] paths, Scheduler scheduler) {
    super("sys_close");
    this.releases = releases;
    this.inTheCall = inTheCall;
    exit = new SyscallExit(Syscall.CLOSE, paths, scheduler);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> {
        cpu.trace().fire(Syscall.CLOSE.enter(), frame.k);
        frame.pc = inTheCall && frame.m == 0 ? RELEASE : LEAVE;
      }
      case RELEASE -> cpu.call(frame, releases.of(frame.self), frame.self, RELEASED);
      case RELEASED -> {
        frame.n = inTheCall ? cpu.result() : 0;
        frame.pc = inTheCall ? LEAVE : LATE;
      }
      case LEAVE -> exit.begin(cpu, frame, EXIT);
      case EXIT -> exit.end(cpu, frame, frame.n, inTheCall || frame.m != 0 ? RETURN : RELEASE);
      case LATE -> exit.giveWay(cpu, frame, RETURN);
      default -> cpu.ret(frame, frame.n);
    }
  }
}

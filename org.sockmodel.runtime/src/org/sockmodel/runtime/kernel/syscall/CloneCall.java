package org.sockmodel.runtime.kernel.syscall;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.trace.Syscall;

/**
 * {@code clone3(2)}, or {@code clone(2)} where that is not known, as {@code pthread_create(3)} calls it:
 * {@code kernel/fork.c}. {@code self}: the new {@link Task}, which sleeps until it is woken for the first time. Returns
 * its id.
 */
public final class CloneCall extends TracedCall {

  /** {@code sizeof(struct clone_args)}. */
  private static final long ARGS_BYTES = 88;
  /** CLONE_VM, FS, FILES, SIGHAND, THREAD, SYSVSEM, SETTLS, PARENT_SETTID and CHILD_CLEARTID, as glibc asks for. */
  private static final long THREAD_FLAGS = 0x3d0f00;

  private final Syscall syscall;
  private final KernelFunction kernelClone;
  private final KernelFunction child;

  /**
   * @param syscall CLONE or CLONE3
   */
  public CloneCall(Syscall syscall, Path[] paths, Scheduler scheduler) {
    super(syscall, paths, scheduler);
    this.syscall = syscall;
    kernelClone = new KernelClone(paths, scheduler);
    child = new Child(syscall, paths, scheduler);
  }

  /** What the new thread returns from to user space: the call gives it 0. */
  public KernelFunction child() {
    return child;
  }

  @Override
  void enter(Cpu cpu, Frame frame) {
    if (syscall == Syscall.CLONE3) {
      cpu.trace().fire(syscall.enter(), 0, ARGS_BYTES);
    } else if (cpu.trace().enabled()) {
      cpu.trace().begin(syscall.enter()).set(0, THREAD_FLAGS).set(1, 0).set(2, 0).set(3, 0).set(4, 0);
      cpu.trace().commit();
    }
  }

  @Override
  void work(Cpu cpu, Frame frame, int nextPc) {
    cpu.call(frame, kernelClone, frame.self, nextPc);
  }

  /** {@code kernel_clone}: the task is copied and woken. */
  private static final class KernelClone extends KernelFunction {

    private static final int BEGIN = 0;
    private static final int COPIED = 1;

    private final Path copy;
    private final KernelFunction wakeUpNewTask;

    KernelClone(Path[] paths, Scheduler scheduler) {
      super("kernel_clone");
      copy = PathPoint.KERNEL_CLONE.in(paths);
      wakeUpNewTask = scheduler.wakeUpNewTask();
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      switch (frame.pc) {
        case BEGIN -> cpu.walk(frame, copy, COPIED);
        case COPIED -> cpu.call(frame, wakeUpNewTask, frame.self, COPIED + 1);
        default -> cpu.ret(frame, ((Task) frame.self).tid());
      }
    }
  }

  /** The end of the call in the new thread. */
  private static final class Child extends KernelFunction {

    private final SyscallExit exit;

    Child(Syscall syscall, Path[] paths, Scheduler scheduler) {
      super("syscall_exit_to_user_mode");
      exit = new SyscallExit(syscall, paths, scheduler);
    }

    @Override
    protected void step(Cpu cpu, Frame frame) {
      if (frame.pc == 0) {
        exit.end(cpu, frame, 0, 1);
      } else {
        cpu.ret(frame, 0);
      }
    }
  }
}

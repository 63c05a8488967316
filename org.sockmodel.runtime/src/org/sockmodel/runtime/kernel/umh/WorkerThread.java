package org.sockmodel.runtime.kernel.umh;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;

/** {@code worker_thread}, {@code kernel/workqueue.c}: the bottom frame of a worker, whose {@link Task} is its self. */
final class WorkerThread extends KernelFunction {

  private static final int WOKEN = 0;
  private static final int TAKE = 1;
  private static final int PROCESS = 2;
  private static final int SLEEP = 3;

  private final Scheduler scheduler;
  private final WorkerPool pool;
  private final UsermodeHelperWork helper;
  private final Path sleep;

  WorkerThread(Path[] paths, Scheduler scheduler, WorkerPool pool, UsermodeHelperWork helper) {
    super("worker_thread");
    this.scheduler = scheduler;
    this.pool = pool;
    this.helper = helper;
    sleep = PathPoint.WORKER_IDLE.in(paths);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Task worker = (Task) frame.self;
    switch (frame.pc) {
      case WOKEN -> {
        pool.leaveIdle(worker);
        frame.pc = TAKE;
      }
      case TAKE -> take(cpu, frame, worker);
      case PROCESS -> cpu.call(frame, helper, frame.other, TAKE);
      default -> cpu.call(frame, scheduler.schedule(), WOKEN);
    }
  }

  private void take(Cpu cpu, Frame frame, Task worker) {
    frame.other = pool.take();
    if (frame.other == null) {
      pool.enterIdle(worker);
      worker.state(Task.IDLE);
      cpu.walk(frame, sleep, SLEEP);
    } else if (pool.hasWork()) {
      cpu.call(frame, scheduler.tryToWakeUp(), pool.firstIdle(), PROCESS);
    } else {
      frame.pc = PROCESS;
    }
  }
}

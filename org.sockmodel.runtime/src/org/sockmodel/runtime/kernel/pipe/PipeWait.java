package org.sockmodel.runtime.kernel.pipe;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.kernel.wait.WaitQueueHead;

/**
 * {@code wait_event_interruptible_exclusive}, {@code include/linux/wait.h}, for a pipe that has data or room; before
 * pipes had two queues {@code pipe_wait}, {@code fs/pipe.c}. {@code self}: the {@link Pipe}; {@code other}: the
 * caller's {@link WaitQueueEntry}. Returns 0, or {@code -ERESTARTSYS}.
 */
final class PipeWait extends KernelFunction {

  /** {@code ERESTARTSYS}, {@code include/linux/errno.h}. */
  static final int ERESTARTSYS = 512;
  private static final int BEGIN = 0;
  private static final int PREPARED = 1;
  private static final int SLEEP = 2;
  private static final int WOKEN = 3;
  private static final int RETURN = 4;

  private final boolean forRoom;
  private final PipeEnvironment kernel;
  private final KernelFunction wakeFunction;
  private final Scheduler scheduler;
  private final Path prepare;
  private final Path sleep;
  private final Path woken;
  private final Path finish;

  /**
   * @param forRoom whether the caller wants to write
   */
  PipeWait(PipeEnvironment kernel, boolean forRoom) {
    super("pipe_wait");
    this.kernel = kernel;
    this.forRoom = forRoom;
    wakeFunction = kernel.wakeFunction();
    scheduler = kernel.scheduler();
    Path[] paths = kernel.paths();
    prepare = PathPoint.PIPE_PREPARE_TO_WAIT.in(paths);
    sleep = PathPoint.PIPE_SCHEDULE.in(paths);
    woken = PathPoint.PIPE_WOKEN.in(paths);
    finish = PathPoint.PIPE_FINISH_WAIT.in(paths);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Pipe pipe = (Pipe) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        if (isReady(pipe)) {
          cpu.ret(frame, 0);
        } else {
          cpu.walk(frame, prepare, PREPARED);
        }
      }
      case PREPARED -> prepared(cpu, frame, pipe);
      case SLEEP -> cpu.call(frame, scheduler.schedule(), WOKEN);
      case WOKEN -> cpu.walk(frame, woken, PREPARED);
      default -> cpu.ret(frame, 0);
    }
  }

  private void prepared(Cpu cpu, Frame frame, Pipe pipe) {
    WaitQueueHead head = forRoom ? pipe.writeWait : pipe.readWait;
    WaitQueueEntry entry = (WaitQueueEntry) frame.other;
    entry.function(wakeFunction);
    if (kernel.splitWaits()) {
      head.prepareToWaitExclusive(entry);
    } else {
      head.prepareToWait(entry);
    }
    if (isReady(pipe)) {
      head.finishWait(entry);
      cpu.walk(frame, finish, RETURN);
    } else if (entry.task().signalPending()) {
      head.finishWait(entry);
      cpu.ret(frame, -ERESTARTSYS);
    } else {
      cpu.walk(frame, sleep, SLEEP);
    }
  }

  private boolean isReady(Pipe pipe) {
    return forRoom ? pipe.isWritable() : pipe.isReadable();
  }
}

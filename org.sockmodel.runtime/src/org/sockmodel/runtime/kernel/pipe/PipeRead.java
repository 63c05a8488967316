package org.sockmodel.runtime.kernel.pipe;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.PollEvent;

/**
 * {@code pipe_read}, {@code fs/pipe.c}: takes what is there, or sleeps until something is. {@code self}: the {@link
 * Pipe}; {@code other}: the caller's wait queue entry; {@code n}: bytes still wanted; {@code m}: {@link #NONBLOCKING}
 * and what is to be woken; {@code k}: the result. Returns the bytes, 0 at the end, or minus an errno.
 */
public final class PipeRead extends KernelFunction {

  /** The file has {@code O_NONBLOCK}. */
  public static final long NONBLOCKING = 1;
  private static final long WAKE_WRITER = 2;
  private static final long WAKE_NEXT_READER = 4;
  private static final int BEGIN = 0;
  private static final int LOCK = 1;
  private static final int LOOK = 2;
  private static final int COPIED = 3;
  private static final int WAIT = 4;
  private static final int WAITED = 5;
  private static final int UNLOCK = 6;
  private static final int WAKE_READER = 7;
  private static final int DONE = 8;
  private static final int RETURN = 9;

  private final PipeEnvironment kernel;
  private final KernelFunction pipeWait;
  private final Path begin;
  private final Path copy;
  private final Path beforeWait;
  private final Path done;

  public PipeRead(PipeEnvironment kernel) {
    super("pipe_read");
    this.kernel = kernel;
    pipeWait = new PipeWait(kernel, false);
    Path[] paths = kernel.paths();
    begin = PathPoint.PIPE_READ.in(paths);
    copy = PathPoint.PIPE_READ_COPY.in(paths);
    beforeWait = PathPoint.PIPE_READ_WAIT.in(paths);
    done = PathPoint.PIPE_READ_DONE.in(paths);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Pipe pipe = (Pipe) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, begin, frame.n == 0 ? RETURN : LOCK);
      case LOCK -> {
        if (pipe.lock()) {
          frame.pc = LOOK;
        } else {
          cpu.spend(frame, PipeEnvironment.SPIN_NS, LOCK);
        }
      }
      case LOOK -> look(cpu, frame, pipe);
      case COPIED -> {
        take(frame, pipe);
        frame.pc = LOOK;
      }
      case WAIT -> cpu.call(frame, pipeWait, pipe, WAITED).other = frame.other;
      case WAITED -> {
        frame.k = cpu.result();
        frame.m = WAKE_NEXT_READER;
        frame.pc = frame.k < 0 ? RETURN : LOCK;
      }
      case UNLOCK -> unlock(cpu, frame, pipe);
      case WAKE_READER -> wake(cpu, frame, WAKE_NEXT_READER, DONE, pipe);
      case DONE -> cpu.walk(frame, done, RETURN);
      default -> cpu.ret(frame, frame.k);
    }
  }

  private void look(Cpu cpu, Frame frame, Pipe pipe) {
    if (frame.n > 0 && !pipe.isEmpty()) {
      cpu.walk(frame, copy, COPIED);
      cpu.spend(frame, kernel.copyNs(pipe.available(frame.n)), COPIED);
    } else if (frame.k > 0 || !pipe.hasWriter()) {
      frame.pc = UNLOCK;
    } else if ((frame.m & NONBLOCKING) != 0) {
      frame.k = -Errno.EAGAIN;
      frame.pc = UNLOCK;
    } else {
      pipe.unlock();
      cpu.walk(frame, beforeWait, WAIT);
    }
  }

  private void take(Frame frame, Pipe pipe) {
    int bytes = pipe.available(frame.n);
    boolean wasFull = pipe.isFull() || !kernel.splitWaits();
    if (pipe.take(bytes) && wasFull) {
      frame.m |= WAKE_WRITER;
    }
    frame.n -= bytes;
    frame.k += bytes;
  }

  private void unlock(Cpu cpu, Frame frame, Pipe pipe) {
    if (pipe.isEmpty() || !kernel.splitWaits()) {
      frame.m &= ~WAKE_NEXT_READER;
    }
    pipe.unlock();
    wake(cpu, frame, WAKE_WRITER, WAKE_READER, pipe);
  }

  private void wake(Cpu cpu, Frame frame, long whom, int nextPc, Pipe pipe) {
    frame.pc = nextPc;
    if ((frame.m & whom) != 0) {
      boolean writer = whom == WAKE_WRITER;
      cpu.call(frame, kernel.wakeUp(), writer ? pipe.writeWait : pipe.readWait, nextPc).m =
          writer ? PollEvent.POLLOUT : PollEvent.POLLIN;
    }
  }
}

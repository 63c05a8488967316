package org.sockmodel.runtime.kernel.pipe;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.PollEvent;
import org.sockmodel.runtime.uapi.Signal;

/**
 * {@code pipe_write}, {@code fs/pipe.c}: fills pages, and sleeps while all are full. {@code self}: the {@link Pipe};
 * {@code other}: the caller's wait queue entry; {@code n}: bytes still to write; {@code m}: {@link #NONBLOCKING} and
 * what is to be woken; {@code k}: the result. Returns the bytes, or minus an errno.
 */
public final class PipeWrite extends KernelFunction {

  /** The file has {@code O_NONBLOCK}. */
  public static final long NONBLOCKING = 1;
  private static final long WAS_EMPTY = 2;
  private static final long WAKE_NEXT_WRITER = 4;
  private static final int BEGIN = 0;
  private static final int LOCK = 1;
  private static final int MERGED = 2;
  private static final int NEXT = 3;
  private static final int COPIED = 4;
  private static final int WAIT = 5;
  private static final int WAITED = 6;
  private static final int UNLOCK = 7;
  private static final int DONE = 8;
  private static final int WAKE_WRITER = 9;
  private static final int RETURN = 10;

  private final PipeEnvironment kernel;
  private final KernelFunction pipeWait;
  private final KernelFunction sendSignal;
  private final Path begin;
  private final Path copy;
  private final Path beforeWait;
  private final Path done;

  /**
   * @param sendSignal see {@link org.sockmodel.runtime.kernel.signal.SendSignal#toCurrent}
   */
  public PipeWrite(PipeEnvironment kernel, KernelFunction sendSignal) {
    super("pipe_write");
    this.kernel = kernel;
    this.sendSignal = sendSignal;
    pipeWait = new PipeWait(kernel, true);
    Path[] paths = kernel.paths();
    begin = PathPoint.PIPE_WRITE.in(paths);
    copy = PathPoint.PIPE_WRITE_COPY.in(paths);
    beforeWait = PathPoint.PIPE_WRITE_WAIT.in(paths);
    done = PathPoint.PIPE_WRITE_DONE.in(paths);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Pipe pipe = (Pipe) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, begin, frame.n == 0 ? RETURN : LOCK);
      case LOCK -> {
        if (pipe.lock()) {
          locked(cpu, frame, pipe);
        } else {
          cpu.spend(frame, PipeEnvironment.SPIN_NS, LOCK);
        }
      }
      case MERGED -> {
        int bytes = (int) (frame.n % Pipe.PAGE_BYTES);
        pipe.merge(bytes);
        written(frame, bytes);
      }
      case NEXT -> next(cpu, frame, pipe);
      case COPIED -> {
        int bytes = pageBytes(frame);
        pipe.add(bytes);
        written(frame, bytes);
      }
      case WAIT -> cpu.call(frame, pipeWait, pipe, WAITED).other = frame.other;
      case WAITED -> {
        frame.m = frame.m & NONBLOCKING | WAKE_NEXT_WRITER;
        frame.pc = LOCK;
      }
      case UNLOCK -> unlock(cpu, frame, pipe);
      case DONE -> cpu.walk(frame, done, WAKE_WRITER);
      case WAKE_WRITER -> {
        frame.pc = RETURN;
        if ((frame.m & WAKE_NEXT_WRITER) != 0) {
          cpu.call(frame, kernel.wakeUp(), pipe.writeWait, RETURN).m = PollEvent.POLLOUT;
        }
      }
      default -> cpu.ret(frame, frame.k);
    }
  }

  private void locked(Cpu cpu, Frame frame, Pipe pipe) {
    if (pipe.isEmpty()) {
      frame.m |= WAS_EMPTY;
    }
    int rest = (int) (frame.n % Pipe.PAGE_BYTES);
    boolean first = frame.k == 0 && (frame.m & WAKE_NEXT_WRITER) == 0;
    if (first && rest > 0 && pipe.hasReader() && pipe.canMerge(rest)) {
      copy(cpu, frame, rest, MERGED);
    } else {
      frame.pc = NEXT;
    }
  }

  private void next(Cpu cpu, Frame frame, Pipe pipe) {
    if (!pipe.hasReader()) {
      end(frame, Errno.EPIPE);
      cpu.call(frame, sendSignal, entry(frame).task().signals(), UNLOCK).n = Signal.SIGPIPE;
    } else if (frame.n == 0) {
      frame.pc = UNLOCK;
    } else if (!pipe.isFull()) {
      copy(cpu, frame, pageBytes(frame), COPIED);
    } else if ((frame.m & NONBLOCKING) != 0) {
      end(frame, Errno.EAGAIN);
    } else if (entry(frame).task().signalPending()) {
      end(frame, PipeWait.ERESTARTSYS);
    } else {
      pipe.unlock();
      cpu.walk(frame, beforeWait, WAIT);
      if (wakesReader(frame)) {
        cpu.call(frame, kernel.wakeUp(), pipe.readWait, WAIT).m = PollEvent.POLLIN;
      }
    }
  }

  private void copy(Cpu cpu, Frame frame, int bytes, int nextPc) {
    cpu.walk(frame, copy, nextPc);
    cpu.spend(frame, kernel.copyNs(bytes), nextPc);
  }

  private static int pageBytes(Frame frame) {
    return (int) Math.min(frame.n, Pipe.PAGE_BYTES);
  }

  private static void written(Frame frame, int bytes) {
    frame.n -= bytes;
    frame.k += bytes;
    frame.pc = NEXT;
  }

  private static void end(Frame frame, int errno) {
    frame.k = frame.k > 0 ? frame.k : -errno;
    frame.pc = UNLOCK;
  }

  private void unlock(Cpu cpu, Frame frame, Pipe pipe) {
    if (pipe.isFull() || !kernel.splitWaits()) {
      frame.m &= ~WAKE_NEXT_WRITER;
    }
    pipe.unlock();
    frame.pc = DONE;
    if (wakesReader(frame)) {
      cpu.call(frame, kernel.wakeUp(), pipe.readWait, DONE).m = PollEvent.POLLIN;
    }
  }

  private boolean wakesReader(Frame frame) {
    return (frame.m & WAS_EMPTY) != 0 || !kernel.splitWaits();
  }

  private static WaitQueueEntry entry(Frame frame) {
    return (WaitQueueEntry) frame.other;
  }
}

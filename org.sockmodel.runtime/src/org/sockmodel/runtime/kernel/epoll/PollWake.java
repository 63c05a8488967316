package org.sockmodel.runtime.kernel.epoll;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;

/**
 * {@code pollwake}, {@code fs/select.c}: wakes a task that polls, if it waits for one of the events. {@code self}: the
 * {@link PollTableEntry}; {@code n}: the key of the wake-up; {@code m}: its flags. Returns 1 if the task slept.
 */
public final class PollWake extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int WAKE = 1;

  private final Path path;
  private final KernelFunction tryToWakeUp;

  public PollWake(Path[] paths, KernelFunction tryToWakeUp) {
    super("pollwake");
    path = PathPoint.POLLWAKE.in(paths);
    this.tryToWakeUp = tryToWakeUp;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    PollTableEntry entry = (PollTableEntry) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        if (frame.n != 0 && (frame.n & entry.events) == 0) {
          cpu.ret(frame, 0);
        } else {
          cpu.walk(frame, path, WAKE);
        }
      }
      case WAKE -> {
        entry.wqueues.triggered = true;
        cpu.call(frame, tryToWakeUp, entry.task(), WAKE + 1).m = frame.m;
      }
      default -> cpu.ret(frame, cpu.result());
    }
  }
}

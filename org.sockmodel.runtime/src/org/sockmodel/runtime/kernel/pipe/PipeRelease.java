package org.sockmodel.runtime.kernel.pipe;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;

/**
 * {@code pipe_release}, {@code fs/pipe.c}: an end is closed; those who wait at the other one learn of it. {@code self}:
 * the {@link Pipe.End}. Returns 0.
 */
public final class PipeRelease extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int CLOSE = 1;
  private static final int WAKE_WRITERS = 2;
  private static final int RETURN = 3;

  private final Path path;
  private final KernelFunction wakeUpAll;

  /**
   * @param wakeUpAll see {@link org.sockmodel.runtime.kernel.wait.WakeUp#all}
   */
  public PipeRelease(Path[] paths, KernelFunction wakeUpAll) {
    super("pipe_release");
    path = PathPoint.PIPE_RELEASE.in(paths);
    this.wakeUpAll = wakeUpAll;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Pipe.End end = (Pipe.End) frame.self;
    Pipe pipe = end.pipe();
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, CLOSE);
      case CLOSE -> {
        frame.pc = RETURN;
        if (pipe.close(end.writes())) {
          cpu.call(frame, wakeUpAll, pipe.readWait, WAKE_WRITERS);
        }
      }
      case WAKE_WRITERS -> {
        frame.pc = RETURN;
        if (pipe.writeWait != pipe.readWait) {
          cpu.call(frame, wakeUpAll, pipe.writeWait, RETURN);
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }
}

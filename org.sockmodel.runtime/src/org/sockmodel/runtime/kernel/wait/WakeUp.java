package org.sockmodel.runtime.kernel.wait;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;

/**
 * {@code __wake_up_common}, {@code kernel/sched/wait.c}: calls the function of every non-exclusive entry and of
 * exclusive ones, either all or up to the first that woke its task. {@code self}: the {@link WaitQueueHead}; {@code m}:
 * the key, a mask of poll events, 0 for none; an entry's function gets it as its {@code n}.
 */
public final class WakeUp extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int FIRST = 1;
  private static final int CALL = 2;
  private static final int CALLED = 3;

  private final Path path;
  private final boolean allExclusive;

  private WakeUp(String symbol, Path path, boolean allExclusive) {
    super(symbol);
    this.path = path;
    this.allExclusive = allExclusive;
  }

  /** {@code __wake_up_sync_key} of one exclusive entry. */
  public static WakeUp sync(Path[] paths) {
    return new WakeUp("__wake_up_sync_key", paths[PathPoint.WAKE_UP.ordinal()], false);
  }

  /** {@code wake_up_interruptible_all}. */
  public static WakeUp all(Path[] paths) {
    return new WakeUp("__wake_up", paths[PathPoint.WAKE_UP_ALL.ordinal()], true);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> {
        cpu.irqsOff();
        cpu.walk(frame, path, FIRST);
      }
      case FIRST -> {
        frame.other = ((WaitQueueHead) frame.self).first;
        frame.pc = CALL;
      }
      case CALL -> callEntry(cpu, frame);
      default -> {
        frame.pc = CALL;
        if (cpu.result() > 0 && frame.n != 0 && !allExclusive) {
          frame.other = null;
        }
      }
    }
  }

  private static void callEntry(Cpu cpu, Frame frame) {
    WaitQueueEntry entry = (WaitQueueEntry) frame.other;
    if (entry == null) {
      cpu.irqsOn();
      cpu.ret(frame, 0);
      return;
    }
    frame.other = entry.next;
    frame.n = entry.exclusive ? 1 : 0;
    cpu.call(frame, entry.function(), entry, CALLED).n = frame.m;
  }
}

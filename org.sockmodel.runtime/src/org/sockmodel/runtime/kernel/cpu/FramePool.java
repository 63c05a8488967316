package org.sockmodel.runtime.kernel.cpu;

/** Frames of one machine that no stack holds. Allocates only while the stacks grow deeper than ever before. */
public final class FramePool {

  private final boolean traced;
  private Frame free;

  /**
   * @param traced whether entered functions are events, so that a frame is to know where it is on a path
   */
  public FramePool(boolean traced) {
    this.traced = traced;
  }

  Frame take(KernelFunction function, Frame caller) {
    Frame frame = free;
    if (frame == null) {
      frame = traced ? new TracedFrame() : new Frame();
    } else {
      free = frame.caller;
    }
    frame.function = function;
    frame.caller = caller;
    frame.pc = 0;
    frame.n = 0;
    frame.m = 0;
    frame.k = 0;
    frame.remainingNs = 0;
    return frame;
  }

  void give(Frame frame) {
    frame.self = null;
    frame.other = null;
    frame.caller = free;
    free = frame;
  }
}

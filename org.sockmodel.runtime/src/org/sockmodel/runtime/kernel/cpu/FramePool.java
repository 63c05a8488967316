package org.sockmodel.runtime.kernel.cpu;

/** Frames of one machine that no stack holds. Allocates only while the stacks grow deeper than ever before. */
public final class FramePool {

  private Frame free;

  Frame take(KernelFunction function, Frame caller) {
    Frame frame = free;
    if (frame == null) {
      frame = new Frame();
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
    frame.path = null;
    frame.caller = free;
    free = frame;
  }
}

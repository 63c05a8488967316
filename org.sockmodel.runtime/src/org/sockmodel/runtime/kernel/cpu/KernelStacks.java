package org.sockmodel.runtime.kernel.cpu;

import java.util.Arrays;

/**
 * The stacks of one machine's tasks. A stack has frames of its own, which are used again and again, so that a call only
 * goes on to the next one. The tasks that ran last keep theirs; of one that many others have followed, what its frames
 * hold is folded into a row of a {@link StackShape}, and the frames go to whoever needs some.
 *
 * <p>Cost: a comparison for a switch between tasks that ran lately; for others O(frames) and a search for the shape.
 * Allocates only while more tasks sleep, or stacks grow higher, than ever before. Stacks whose entered functions are
 * events are never folded.
 */
public final class KernelStacks {

  /** So many tasks keep their frames. */
  private static final int RECENT = 1024;

  private final boolean traced;
  private final KernelStack[] recent = new KernelStack[RECENT];
  private int oldest;
  private StackShape[] shapes = {};
  private final StackValues values = new StackValues();
  /** Frames that no stack has: the lowest of a chain, whose caller is the lowest of the next chain. */
  private Frame free;

  /**
   * @param traced whether entered functions are events, so that a frame is to know where it is on a path
   */
  public KernelStacks(boolean traced) {
    this.traced = traced;
  }

  /** Gives an idle task its lowest frame, and that for ever. */
  void begin(KernelStack idle) {
    idle.top = newFrame();
    idle.recent = true;
  }

  /** The lowest frame for a stack that has none. */
  Frame lowest() {
    Frame lowest = free;
    if (lowest == null) {
      return newFrame();
    }
    free = lowest.caller;
    lowest.caller = null;
    return lowest;
  }

  /** The frame above another one. */
  Frame above(Frame frame) {
    return frame.above == null ? extend(frame) : frame.above;
  }

  private Frame extend(Frame frame) {
    Frame above = newFrame();
    above.caller = frame;
    frame.above = above;
    return above;
  }

  private Frame newFrame() {
    return traced ? new TracedFrame() : new Frame();
  }

  /** Puts a function on top of a stack that does not run. */
  Frame prepare(KernelStack stack, KernelFunction function) {
    Frame frame = stack.top == null ? lowest() : above(stack.top);
    frame.begin(function);
    stack.top = frame;
    leave(stack);
    return frame;
  }

  /** A CPU begins to run a stack. */
  void enter(KernelStack stack) {
    stack.running = true;
    if (stack.shape != null) {
      unfold(stack);
    }
  }

  /** No CPU runs the stack any longer. */
  void leave(KernelStack stack) {
    stack.running = false;
    if (!stack.recent && !traced) {
      stack.recent = true;
      KernelStack displaced = recent[oldest];
      recent[oldest] = stack;
      oldest = (oldest + 1) % RECENT;
      if (displaced != null) {
        displaced.recent = false;
        fold(displaced);
      }
    }
  }

  private void fold(KernelStack stack) {
    if (stack.running) {
      return;
    }
    int depth = 1;
    Frame lowest = stack.top;
    while (lowest.caller != null) {
      lowest = lowest.caller;
      depth++;
    }
    if (!stack.isDead()) {
      values.read(lowest, stack.top);
      stack.shape = shape(lowest, depth);
      stack.row = stack.shape.add(values);
    }
    for (Frame frame = stack.top; frame != null; frame = frame.caller) {
      frame.remainingNs = 0;
    }
    stack.top = null;
    lowest.caller = free;
    free = lowest;
  }

  private StackShape shape(Frame lowest, int depth) {
    for (StackShape shape : shapes) {
      if (shape.fits(lowest, depth, values)) {
        return shape;
      }
    }
    StackShape shape = new StackShape(lowest, depth, values);
    shapes = Arrays.copyOf(shapes, shapes.length + 1);
    shapes[shapes.length - 1] = shape;
    return shape;
  }

  private void unfold(KernelStack stack) {
    Frame lowest = lowest();
    Frame top = lowest;
    for (int depth = stack.shape.depth(); depth > 1; depth--) {
      top = above(top);
    }
    stack.shape.restore(stack.row, lowest);
    stack.shape = null;
    stack.top = top;
  }
}

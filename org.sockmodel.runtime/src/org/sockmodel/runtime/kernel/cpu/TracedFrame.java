package org.sockmodel.runtime.kernel.cpu;

/** A frame of a machine whose entered functions are events: knows also how far it is on a path. */
final class TracedFrame extends Frame {

  /** The path whose functions it enters one by one; null if it is on none. */
  private Path path;
  private int pathIndex;

  void begin(Path newPath) {
    path = newPath;
    pathIndex = 0;
  }

  boolean isOnPath() {
    return path != null;
  }

  /** Enters the path's next function, which takes its time, or leaves the path at its end. */
  void enterNextFunction(CpuTrace trace) {
    int index = pathIndex++;
    if (index == path.symbols.length) {
      path = null;
      return;
    }
    trace.function(path.symbols[index], path.parents[index]);
    remainingNs = path.costsNs[index];
  }
}

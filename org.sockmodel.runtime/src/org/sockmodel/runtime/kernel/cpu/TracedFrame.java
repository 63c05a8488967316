package org.sockmodel.runtime.kernel.cpu;

/** A frame of a machine whose entered functions are events: knows also how far it is on a path. */
final class TracedFrame extends Frame {

  /** The path whose functions it enters one by one; null if it is on none. */
  Path path;
  int pathIndex;
}

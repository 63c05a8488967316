package org.sockmodel.runtime.analysis.receive;

/** The way of a message: when it was at which point. */
@FunctionalInterface
public interface Way {

  /** When it was at a point; {@link org.sockmodel.runtime.analysis.path.Delivery#UNKNOWN_NS} if nobody knows. */
  long atNs(Point point);
}

package org.sockmodel.runtime.model;

/**
 * A statement about the outcome of a run, checked when the run is over.
 *
 * @param metric what is looked at
 * @param comparison how the metric has to stand to {@code value}
 * @param value in nanoseconds if {@code unit} is NS, as it is otherwise; the number of an errno if it is ERRNO
 */
public record Expectation(Metric metric, Comparison comparison, double value, Unit unit, int line) {

  /** What a {@link #value} means. */
  public enum Unit {
    COUNT, NS, ERRNO
  }

  /** What is looked at. */
  public sealed interface Metric {
  }

  /**
   * A number of the report.
   *
   * @param name words of the language, such as {@code interrupts per message}, or the path of a report's JSON value
   */
  public record Named(String name) implements Metric {
  }

  /**
   * What {@code socket()} answers an ordinary program on the first machine: 0 or an errno.
   *
   * @param family see {@link AddressFamily}
   * @param type see {@link SocketType}
   * @param protocol see {@link IpProtocol}
   */
  public record SocketErrno(int family, int type, int protocol) implements Metric {
  }
}

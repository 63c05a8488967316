package org.sockmodel.runtime.model;

import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * A statement about the outcome of a run, checked when the run is over.
 *
 * @param metric what is looked at
 * @param readers whose messages count
 * @param comparison how the metric has to stand to {@code bound}
 * @param bound what it is compared with
 * @param source where the bound is from, such as a paper; empty if the model does not say
 */
public record Expectation(Metric metric, Readers readers, Comparison comparison, Bound bound, Unit unit, String source,
    int line) {

  /** Compares with a number from nowhere in particular. */
  public Expectation(Metric metric, Comparison comparison, double value, Unit unit, int line) {
    this(metric, Readers.ALL, comparison, new Value(value, 0), unit, "", line);
  }

  /** Compares with what the same metric was in the run of another model. */
  public Expectation(Metric metric, Comparison comparison, String otherModel, Unit unit, int line) {
    this(metric, Readers.ALL, comparison, new OtherRun(otherModel), unit, "", line);
  }

  /** The same with a tolerance. */
  public Expectation within(double percent) {
    return new Expectation(metric, readers, comparison, new Value(((Value) bound).value(), percent), unit, source,
        line);
  }

  /** The same, with where the value is from. */
  public Expectation from(String newSource) {
    return new Expectation(metric, readers, comparison, bound, unit, newSource, line);
  }

  /** The same of the messages of one thread alone. */
  public Expectation ofThread(String name) {
    return new Expectation(metric, new Readers(name, Readers.ANY_PORT), comparison, bound, unit, source, line);
  }

  /** The same of the messages alone that come to one port. */
  public Expectation ofPort(int number) {
    return new Expectation(metric, new Readers("", number), comparison, bound, unit, source, line);
  }

  /**
   * Whose messages count.
   *
   * @param thread name of the only one; empty for all
   * @param port the only one that messages come to; {@link #ANY_PORT} for all
   */
  public record Readers(String thread, int port) {

    public static final int ANY_PORT = -1;

    /** Everybody's. */
    public static final Readers ALL = new Readers("", ANY_PORT);
  }

  /** What a value means. */
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

  /** What a metric is compared with. */
  public sealed interface Bound {
  }

  /**
   * A number.
   *
   * @param value in nanoseconds if the unit is NS, as it is otherwise; the number of an errno if it is ERRNO
   * @param withinPercent how far from {@code value} still counts as equal
   */
  public record Value(double value, double withinPercent) implements Bound {
  }

  /**
   * The same metric of another model's run.
   *
   * @param model the model's file, relative to the one that says so
   */
  public record OtherRun(String model) implements Bound {
  }
}

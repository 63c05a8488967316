package org.sockmodel.dsl.expectation;

import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.sockmodel.runtime.kernel.families.query.SocketQuery;
import org.sockmodel.runtime.model.Expectation;
import org.sockmodel.runtime.uapi.Errno;

/** Holds a model's expectations against what a run reported. */
public final class Expectations {

  private static final double PERCENT = 100;

  private final Reports reports;
  private final SocketQuery sockets;
  private final OtherRuns others;

  /**
   * @param reports the reports of the run, as their JSON
   * @param sockets what {@code socket()} answers on the model's machine
   * @param others answers for the expectations that compare with another run
   */
  public Expectations(Reports reports, SocketQuery sockets, OtherRuns others) {
    this.reports = reports;
    this.sockets = sockets;
    this.others = others;
  }

  /** What the run reported. */
  @FunctionalInterface
  public interface Reports {

    /** The report of what some readers did. */
    JsonElement of(Expectation.Readers readers);
  }

  /** Runs of other models. */
  @FunctionalInterface
  public interface OtherRuns {

    /** The report of the run of a model, named as the expectation names it. */
    JsonElement report(String model);
  }

  /** The verdicts on all {@code expectations}, in their order. */
  public List<Verdict> judge(List<Expectation> expectations) {
    return expectations.stream().map(this::judge).toList();
  }

  private Verdict judge(Expectation expectation) {
    String metric = name(expectation);
    OptionalDouble found = find(expectation, reports.of(expectation.readers()));
    OptionalDouble wanted = wanted(expectation);
    boolean holds = found.isPresent() && wanted.isPresent()
        && holds(expectation, found.getAsDouble(), wanted.getAsDouble());
    String got = found.isEmpty() ? ", but the run has no such value"
        : ", got " + value(expectation, found.getAsDouble());
    String text = "expected " + metric + " " + expectation.comparison().sign() + " " + bound(expectation, wanted);
    return new Verdict(expectation, metric, wanted, found, holds, text + got);
  }

  private OptionalDouble wanted(Expectation expectation) {
    if (expectation.bound() instanceof Expectation.OtherRun other) {
      return find(expectation, others.report(other.model()));
    }
    return OptionalDouble.of(((Expectation.Value) expectation.bound()).value());
  }

  private static boolean holds(Expectation expectation, double found, double wanted) {
    if (expectation.bound() instanceof Expectation.Value value && value.withinPercent() > 0) {
      return Math.abs(found - wanted) <= Math.abs(wanted) * value.withinPercent() / PERCENT;
    }
    return expectation.comparison().holds(found, wanted);
  }

  private static String bound(Expectation expectation, OptionalDouble wanted) {
    String number = wanted.isEmpty() ? "nothing" : value(expectation, wanted.getAsDouble());
    if (expectation.bound() instanceof Expectation.OtherRun other) {
      return number + ", that of " + other.model();
    }
    double percent = ((Expectation.Value) expectation.bound()).withinPercent();
    return percent > 0 ? number + " within " + plain(percent) + "%" : number;
  }

  private OptionalDouble find(Expectation expectation, JsonElement in) {
    if (expectation.metric() instanceof Expectation.SocketErrno call) {
      return OptionalDouble.of(sockets.errno(call.family(), call.type(), call.protocol()));
    }
    return MetricName.value(((Expectation.Named) expectation.metric()).name(), in);
  }

  private String name(Expectation expectation) {
    return name(expectation.metric()) + readers(expectation.readers());
  }

  private static String readers(Expectation.Readers readers) {
    if (!readers.thread().isEmpty()) {
      return " of " + readers.thread();
    }
    return readers.port() == Expectation.Readers.ANY_PORT ? "" : " of port " + readers.port();
  }

  private String name(Expectation.Metric metric) {
    if (metric instanceof Expectation.SocketErrno call) {
      return "errno " + sockets.call(call.family(), call.type(), call.protocol());
    }
    return ((Expectation.Named) metric).name();
  }

  private static String value(Expectation expectation, double value) {
    return switch (expectation.unit()) {
      case NS -> plain(value) + "ns";
      case ERRNO -> value == 0 ? "0" : Errno.name((int) value);
      case COUNT -> plain(value);
    };
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}

package org.sockmodel.dsl.expectation;

import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.sockmodel.runtime.model.AddressFamily;
import org.sockmodel.runtime.model.Errno;
import org.sockmodel.runtime.model.Expectation;
import org.sockmodel.runtime.model.IpProtocol;
import org.sockmodel.runtime.model.SocketType;
import org.sockmodel.runtime.report.ReportPath;

/** Holds a model's expectations against what a run reported. */
public final class Expectations {

  private final JsonElement report;
  private final SocketErrnos sockets;

  /**
   * @param report the report of the run, as its JSON
   * @param sockets answers for the expectations about {@code socket()}
   */
  public Expectations(JsonElement report, SocketErrnos sockets) {
    this.report = report;
    this.sockets = sockets;
  }

  /** What {@code socket()} answers on the model's machine. */
  @FunctionalInterface
  public interface SocketErrnos {

    /** 0 or an errno. */
    int errno(int family, int type, int protocol);
  }

  /** The verdicts on all {@code expectations}, in their order. */
  public List<Verdict> judge(List<Expectation> expectations) {
    return expectations.stream().map(this::judge).toList();
  }

  private Verdict judge(Expectation expectation) {
    OptionalDouble found = find(expectation.metric());
    String wanted = name(expectation.metric()) + " " + expectation.comparison().sign() + " "
        + value(expectation, expectation.value());
    if (found.isEmpty()) {
      return new Verdict(expectation, false, "expected " + wanted + ", but the run has no such value");
    }
    boolean holds = expectation.comparison().holds(found.getAsDouble(), expectation.value());
    return new Verdict(expectation, holds,
        "expected " + wanted + ", got " + value(expectation, found.getAsDouble()));
  }

  private OptionalDouble find(Expectation.Metric metric) {
    if (metric instanceof Expectation.SocketErrno call) {
      return OptionalDouble.of(sockets.errno(call.family(), call.type(), call.protocol()));
    }
    return ReportPath.number(report, MetricName.path(((Expectation.Named) metric).name()));
  }

  private static String name(Expectation.Metric metric) {
    if (metric instanceof Expectation.SocketErrno call) {
      return "errno socket(" + symbol(call.family(), AddressFamily.numbers()) + ", "
          + symbol(call.type(), SocketType.numbers()) + ", " + symbol(call.protocol(), IpProtocol.numbers()) + ")";
    }
    return ((Expectation.Named) metric).name();
  }

  private static String value(Expectation expectation, double value) {
    return switch (expectation.unit()) {
      case NS -> plain(value) + "ns";
      case ERRNO -> value == 0 ? "0" : symbol((int) value, Errno.numbers());
      case COUNT -> plain(value);
    };
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String symbol(int number, Map<String, Integer> names) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Integer.toString(number));
  }
}

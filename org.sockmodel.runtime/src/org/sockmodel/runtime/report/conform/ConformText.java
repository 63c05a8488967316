package org.sockmodel.runtime.report.conform;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.sockmodel.runtime.analysis.conform.Agreement;
import org.sockmodel.runtime.analysis.conform.Comparison;
import org.sockmodel.runtime.analysis.conform.Difference;
import org.sockmodel.runtime.analysis.conform.OneSided;
import org.sockmodel.runtime.analysis.conform.PlacedStep;
import org.sockmodel.runtime.analysis.conform.SequenceResult;
import org.sockmodel.runtime.analysis.conform.SetAside;

/** A comparison as text of about a screen: the figure, the sequences, what was set aside, the first differences. */
public final class ConformText {

  private static final int MOST_DIFFERENCES = 4;
  private static final int MOST_STEPS = 6;
  private static final int MOST_NAMES = 12;
  private static final double NS_PER_SECOND = 1e9;

  private static final double NS_PER_US = 1e3;

  private final Comparison comparison;
  private final OptionalLong ipiLatencyNs;
  private final PrintWriter out;

  private ConformText(Comparison comparison, OptionalLong ipiLatencyNs, PrintWriter out) {
    this.comparison = comparison;
    this.ipiLatencyNs = ipiLatencyNs;
    this.out = out;
  }

  /**
   * Prints the comparison; does not close {@code out}.
   *
   * @param ipiLatencyNs what the candidate took from the reference; nothing if it had its own
   */
  public static void write(Comparison comparison, OptionalLong ipiLatencyNs, PrintWriter out) {
    new ConformText(comparison, ipiLatencyNs, out).write();
    out.flush();
  }

  private void write() {
    figure("events", comparison.eventAgreement());
    if (!comparison.functions().isEmpty()) {
      figure("functions", comparison.functionAgreement());
    }
    out.println();
    line("%-16s %-18s %7s %7s %7s %7s", "thread", "context", "agree %", "matched", "missing", "extra");
    comparison.events().forEach(result -> row(result, ""));
    comparison.functions().forEach(result -> row(result, " functions"));
    out.println();
    line("%-52s %9s %9s", "set aside", "reference", "candidate");
    for (SetAside rule : comparison.setAside()) {
      if (rule.reference() + rule.candidate() > 0) {
        line("  %-50s %9d %9d", rule.rule(), rule.reference(), rule.candidate());
      }
    }
    only("reference", comparison.onlyReference());
    only("candidate", comparison.onlyCandidate());
    ipiLatencyNs.ifPresent(ns -> line("ipi_latency as in the reference: %.1f us", ns / NS_PER_US));
    ConformNotes.of(comparison).forEach(note -> line("note: %s", printable(note)));
    differences(comparison.events(), "");
    differences(comparison.functions(), " functions");
  }

  private void figure(String what, Agreement agreement) {
    if (agreement.steps() == 0) {
      line("%s: nothing to compare", what);
      return;
    }
    line("%s: %s %% of %d steps agree (%d matched, %d missing, %d extra)", what, percent(agreement), agreement.steps(),
        agreement.matched(), agreement.missing(), agreement.extra());
  }

  private void row(SequenceResult result, String suffix) {
    Agreement agreement = result.agreement();
    line("%-16s %-18s %7s %7d %7d %7d", printable(result.thread()), result.lane().symbol() + suffix,
        percent(agreement), agreement.matched(), agreement.missing(), agreement.extra());
  }

  /** Never 100 unless all agrees. */
  private static String percent(Agreement agreement) {
    double shown = Math.floor(agreement.percent() * 10) / 10;
    return agreement.isFull() ? "100" : String.format(Locale.ROOT, "%.1f", shown);
  }

  private void only(String side, List<OneSided> names) {
    if (!names.isEmpty()) {
      String more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
      line("only in the %s: %s%s", side, names.stream().limit(MOST_NAMES)
          .map(name -> printable(name.name()) + " " + name.count()).collect(Collectors.joining(", ")), more);
    }
  }

  private void differences(List<SequenceResult> results, String suffix) {
    int shown = 0;
    for (SequenceResult result : results) {
      for (Difference difference : result.differences()) {
        if (shown++ < MOST_DIFFERENCES) {
          difference(result, difference, suffix);
        }
      }
    }
    if (shown > MOST_DIFFERENCES) {
      line("%n... and %d differences more", shown - MOST_DIFFERENCES);
    }
  }

  private void difference(SequenceResult result, Difference difference, String suffix) {
    PlacedStep first = difference.first();
    line("%n%s %s, in %s, at %.6f s on CPU %d of the %s:", printable(result.thread()), result.lane().symbol() + suffix,
        printable(first.call()), first.timeNs() / NS_PER_SECOND, first.cpu(),
        difference.missing().isEmpty() ? "candidate" : "reference");
    steps("   ", difference.before());
    steps("  -", difference.missing());
    steps("  +", difference.extra());
    steps("   ", difference.after());
  }

  private void steps(String mark, List<PlacedStep> steps) {
    steps.stream().limit(MOST_STEPS).forEach(step -> line("%s %s", mark, printable(step.text())));
    if (steps.size() > MOST_STEPS) {
      line("%s ... %d more", mark, steps.size() - MOST_STEPS);
    }
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  /** Texts from a trace may hold anything. */
  private static String printable(String text) {
    return text.codePoints().map(c -> Character.isISOControl(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }
}

package org.sockmodel.dsl.cli.run;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.dsl.cli.input.ModelInput;
import org.sockmodel.dsl.expectation.Verdict;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.dsl.run.FinishedRuns;
import org.sockmodel.runtime.model.Expectation;
import org.sockmodel.runtime.report.figure.Figure;

/** What models find of the figures that were published. Apart from the command, whose help needs no language. */
public final class PublishedFigures {

  private PublishedFigures() {
  }

  /**
   * Runs models and compares what they expect.
   *
   * @param models names of shipped models, or files; all shipped ones if there is none
   */
  public static List<Figure> ofModels(List<String> models, long seed, PrintWriter err) {
    List<String> names = models.isEmpty() ? ShippedLibrary.validations() : models;
    List<URI> addresses = names.stream().map(PublishedFigures::address).toList();
    FinishedRuns runs = new FinishedRuns(new ModelInput(err)::declare, seed);
    return addresses.stream().flatMap(uri -> figures(uri, runs.verdicts(uri))).toList();
  }

  /** A model without an expectation is told, as nothing could ever be outside of it. */
  private static Stream<Figure> figures(URI uri, List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      throw new InputException(uri.lastSegment()
          + " expects nothing; say what was published: expect \"SOURCE\" { throughput == 10000 within 5% }");
    }
    return verdicts.stream().map(verdict -> figure(uri.trimFileExtension().lastSegment(), verdict));
  }

  private static URI address(String name) {
    if (name.endsWith(".sockmodel")) {
      return ModelInput.existing(name);
    }
    return ShippedLibrary.validation(name).orElseThrow(() -> new InputException("no shipped model is named '" + name
        + "'; choose from " + String.join(", ", ShippedLibrary.validations())));
  }

  private static Figure figure(String model, Verdict verdict) {
    Expectation expectation = verdict.expectation();
    double percent = expectation.bound() instanceof Expectation.Value value ? value.withinPercent() : 0;
    String other = expectation.bound() instanceof Expectation.OtherRun run
        ? URI.createURI(run.model()).trimFileExtension().lastSegment() : "";
    return new Figure(model, expectation.source(), verdict.metric(), expectation.comparison().sign(), verdict.wanted(),
        other, percent, verdict.found(), expectation.unit() == Expectation.Unit.NS, verdict.holds());
  }
}

package org.sockmodel.dsl.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expectation.MetricName;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.naming.PortUsers;
import org.sockmodel.dsl.naming.SimilarNames;
import org.sockmodel.dsl.sockModel.Comparison;
import org.sockmodel.dsl.sockModel.ErrnoMetric;
import org.sockmodel.dsl.sockModel.Expect;
import org.sockmodel.dsl.sockModel.Expectation;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.NamedMetric;
import org.sockmodel.dsl.sockModel.Readers;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Workload;
import org.sockmodel.runtime.model.ThreadDeclaration;

/** Expectations: the metric exists and is compared with a value of its kind. */
final class ExpectationValidator extends ConceptValidator {

  private static final long MOST_PERCENT = 100;
  private static final String SUCCESS = "0";

  @Check
  public void checkNamed(Expectation expectation) {
    if (!(expectation.getMetric() instanceof NamedMetric metric)) {
      return;
    }
    if (metric.getPath() != null) {
      return;
    }
    String name = String.join(" ", metric.getWords());
    Optional<Dimension> dimension = MetricName.dimension(name);
    if (dimension.isEmpty()) {
      Optional<String> similar = SimilarNames.closest(name, MetricName.all());
      String hint = similar.map(found -> "did you mean '" + found + "'?")
          .orElse("write for example drops, interrupts per message, or latency nic_to_user p99");
      error("unknown metric '" + name + "'; " + hint, metric, null, IssueCodes.UNKNOWN_METRIC,
          similar.stream().toArray(String[]::new));
      return;
    }
    checkValue(expectation, dimension.get());
  }

  private void checkValue(Expectation expectation, Dimension dimension) {
    if (dimension == Dimension.TIME) {
      quantity(expectation, Literals.EXPECTATION__VALUE, dimension, 0, Long.MAX_VALUE);
    } else {
      fraction(expectation, Literals.EXPECTATION__VALUE);
    }
  }

  @Check
  public void checkTolerance(Expectation expectation) {
    if (expectation.getTolerance() == null) {
      return;
    }
    quantity(expectation, Literals.EXPECTATION__TOLERANCE, Dimension.SHARE, 0, MOST_PERCENT);
    if (expectation.getComparison() != Comparison.EQUAL) {
      error("only == with a number can be within something; delete it", expectation, Literals.EXPECTATION__TOLERANCE,
          IssueCodes.WRONG_KIND);
    }
  }

  @Check
  public void checkReaders(Expect expect) {
    List<Expectation> ofReaders = expect.getExpectations().stream().filter(line -> line.getReaders() != null).toList();
    if (ofReaders.isEmpty()) {
      return;
    }
    Model model = (Model) expect.eContainer();
    PortUsers ports = new PortUsers(model);
    Map<String, List<ThreadScript>> threads = ImportedModels.elements(model, Workload.class).stream()
        .flatMap(workload -> workload.getThreads().stream())
        .collect(Collectors.groupingBy(thread -> ThreadDeclaration.comm(thread.getName())));
    for (Expectation expectation : ofReaders) {
      checkMetricOfReaders(expectation);
      checkPort(expectation.getReaders(), ports);
      checkThread(expectation.getReaders(), threads);
    }
  }

  private void checkMetricOfReaders(Expectation expectation) {
    NamedMetric metric = (NamedMetric) expectation.getMetric();
    String name = metric.getPath() == null ? String.join(" ", metric.getWords()) : metric.getPath();
    boolean exists = metric.getPath() != null || MetricName.dimension(name).isPresent();
    if (exists && !MetricName.isOfReaders(name)) {
      error("'" + name + "' is counted for the whole machine, not for one thread or port; delete what follows it up"
          + " to the comparison", expectation, Literals.EXPECTATION__READERS, IssueCodes.WRONG_KIND);
    }
    if (expectation.getModel() != null) {
      error("only the whole run can be compared with that of another model; write a number", expectation,
          Literals.EXPECTATION__MODEL, IssueCodes.WRONG_KIND);
    }
  }

  private void checkPort(Readers readers, PortUsers ports) {
    if (readers.getPort() != null) {
      port(readers, Literals.READERS__PORT).filter(port -> !ports.isUsed(port.toLong())).ifPresent(
          port -> error("no socket has port " + port + "; write the port that one is bound to", readers,
              Literals.READERS__PORT, IssueCodes.PORT_WITHOUT_SOCKET));
    }
  }

  /** A trace knows a thread by what the kernel keeps of its name. */
  private void checkThread(Readers readers, Map<String, List<ThreadScript>> threads) {
    ThreadScript thread = readers.getThread();
    if (thread == null || thread.getName() == null) {
      return;
    }
    String comm = ThreadDeclaration.comm(thread.getName());
    int namesakes = threads.getOrDefault(comm, List.of()).size();
    if (namesakes > 1) {
      error(namesakes + " threads are named '" + comm + "' in a trace, which keeps 15 letters; rename the one that is"
          + " meant", readers, Literals.READERS__THREAD, IssueCodes.DUPLICATE_NAME);
    }
  }

  @Check
  public void checkOtherRun(Expectation expectation) {
    String file = expectation.getModel();
    if (file == null || !(expectation.getMetric() instanceof NamedMetric)) {
      return;
    }
    Resource from = expectation.eResource();
    boolean runs = ImportedModels.uri(file, from)
        .flatMap(uri -> ImportedModels.load(uri, from.getResourceSet()))
        .filter(other -> other.getName() != null).isPresent();
    if (!runs) {
      error("'" + file + "' is no model that can run; name a file with 'model NAME', relative to this one",
          expectation, Literals.EXPECTATION__MODEL, IssueCodes.UNKNOWN_IMPORT);
    }
  }

  @Check
  public void checkErrno(Expectation expectation) {
    if (!(expectation.getMetric() instanceof ErrnoMetric)) {
      return;
    }
    String symbol = expectation.getSymbol();
    boolean isName = symbol == null || !symbol.equals("OK") && !Character.isDigit(symbol.charAt(0));
    if (isName) {
      word(expectation, Literals.EXPECTATION__SYMBOL, "errno", IssueCodes.UNKNOWN_SYMBOL);
    } else if (!SUCCESS.equals(symbol)) {
      error("write the name of an errno, or 0 for success", expectation, Literals.EXPECTATION__SYMBOL,
          IssueCodes.BAD_QUANTITY);
    }
    if (!List.of(Comparison.EQUAL, Comparison.NOT_EQUAL).contains(expectation.getComparison())) {
      error("an errno is compared with == or !=", expectation, Literals.EXPECTATION__COMPARISON,
          IssueCodes.WRONG_KIND);
    }
  }
}

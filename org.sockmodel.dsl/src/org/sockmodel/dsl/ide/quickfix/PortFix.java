package org.sockmodel.dsl.ide.quickfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.naming.PortUsers;
import org.sockmodel.dsl.sockModel.Bind;
import org.sockmodel.dsl.sockModel.Established;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.ThreadScript;
import org.sockmodel.dsl.sockModel.Traffic;
import org.sockmodel.dsl.sockModel.Workload;

/** Names a port that a socket has, or adds a thread whose socket has the port. */
final class PortFix implements Fix {

  private static final int MOST_PORTS = 3;

  @Override
  public List<Proposal> of(Problem problem) {
    EObject element = problem.element().orElse(null);
    Model model = EcoreUtil2.getContainerOfType(element, Model.class);
    if (model == null) {
      return List.of();
    }
    List<Proposal> proposals = new ArrayList<>();
    if (element instanceof Traffic traffic) {
      problem.addLine(traffic.eContainer(), reader(traffic, problem.text())).ifPresent(edit -> proposals.add(
          Proposal.of("Add a thread that reads port " + problem.text(), edit)));
    }
    bound(model).stream().limit(MOST_PORTS).forEach(port ->
        proposals.add(Proposal.of("Take port " + port, problem.replace(Long.toString(port)))));
    return proposals;
  }

  private static String reader(Traffic traffic, String port) {
    boolean stream = PortUsers.TCP.equals(traffic.getProtocol());
    String socket = stream ? "s = socket(AF_INET, SOCK_STREAM, 0) established"
        : "s = socket(AF_INET, SOCK_DGRAM, 0) bind";
    return "thread " + freeName((Workload) traffic.eContainer()) + " { " + socket + " s port " + port
        + " loop { recv s 2048B } }";
  }

  private static String freeName(Workload workload) {
    Set<String> taken = workload.getThreads().stream().map(ThreadScript::getName).collect(Collectors.toSet());
    return FreeNames.from("reader", taken);
  }

  /** The ports that sockets of the file have. */
  private static Set<Long> bound(Model model) {
    Stream<Expression> ports = Stream.concat(
        EcoreUtil2.getAllContentsOfType(model, Bind.class).stream().map(Bind::getPort),
        EcoreUtil2.getAllContentsOfType(model, Established.class).stream().map(Established::getPort));
    Set<Long> numbers = new TreeSet<>();
    ports.filter(port -> port != null)
        .forEach(port -> Expressions.whole(port, Dimension.NUMBER).ifPresent(numbers::add));
    return numbers;
  }
}

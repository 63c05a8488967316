package org.sockmodel.dsl.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.sockModel.AcceptCall;
import org.sockmodel.dsl.sockModel.Bind;
import org.sockmodel.dsl.sockModel.Established;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.FileDescriptor;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Receive;
import org.sockmodel.dsl.sockModel.SocketCall;
import org.sockmodel.dsl.sockModel.Traffic;
import org.sockmodel.dsl.sockModel.Variable;
import org.sockmodel.dsl.sockModel.Workload;

/**
 * The sockets that traffics are for: those of any workload on the same machine that have its port.
 *
 * <p>Cost: the model is looked through once, when this is made; after that a traffic costs a look-up.
 */
public final class PortUsers {

  public static final String UDP = "udp";
  public static final String TCP = "tcp";

  /** By the machine, which is null if it is not known, and the port. */
  private final Map<Machine, Map<Long, List<FileDescriptor>>> sockets = new HashMap<>();
  private final Set<FileDescriptor> read = new HashSet<>();

  public PortUsers(Model model) {
    ImportedModels.elements(model, Workload.class).forEach(this::look);
  }

  /** The sockets with the traffic's port, in the order of the file. */
  public List<FileDescriptor> sockets(Traffic traffic) {
    Machine machine = Networks.machine(((Workload) traffic.eContainer()).getNetwork());
    OptionalLong port = Expressions.whole(traffic.getPort(), Dimension.NUMBER);
    return port.isEmpty() ? List.of()
        : sockets.getOrDefault(machine, Map.of()).getOrDefault(port.getAsLong(), List.of());
  }

  /** Whether a socket of any machine has a port. */
  public boolean isUsed(long port) {
    return sockets.values().stream().anyMatch(ports -> ports.containsKey(port));
  }

  /** Whether some thread reads one of the sockets, or a connection that one of them accepts. */
  public boolean areRead(Traffic traffic) {
    return sockets(traffic).stream().anyMatch(read::contains);
  }

  /** {@link #UDP} or {@link #TCP}: what the model says, or else what the socket is. */
  public String protocol(Traffic traffic) {
    if (traffic.getProtocol() != null) {
      return traffic.getProtocol();
    }
    return sockets(traffic).stream().findFirst().map(PortUsers::protocol).orElse(UDP);
  }

  /** The protocol that goes with a socket's type. */
  public static String protocol(FileDescriptor socket) {
    boolean stream = socket instanceof Variable variable && variable.getCreation() instanceof SocketCall call
        && call.getTypes().contains("SOCK_STREAM");
    return stream ? TCP : UDP;
  }

  private void look(Workload workload) {
    Machine machine = Networks.machine(workload.getNetwork());
    for (Bind bind : EcoreUtil2.getAllContentsOfType(workload, Bind.class)) {
      add(machine, bind.getSocket(), bind.getPort());
    }
    for (Established established : EcoreUtil2.getAllContentsOfType(workload, Established.class)) {
      add(machine, established.getSocket(), established.getPort());
    }
    EcoreUtil2.getAllContentsOfType(workload, Receive.class).forEach(receive -> read.add(receive.getSocket()));
    for (Variable accepted : EcoreUtil2.getAllContentsOfType(workload, Variable.class)) {
      if (accepted.getCreation() instanceof AcceptCall accept && read.contains(accepted)) {
        read.add(accept.getSocket());
      }
    }
  }

  private void add(Machine machine, FileDescriptor socket, Expression bound) {
    OptionalLong port = Expressions.whole(bound, Dimension.NUMBER);
    if (socket != null && port.isPresent()) {
      sockets.computeIfAbsent(machine, key -> new HashMap<>())
          .computeIfAbsent(port.getAsLong(), key -> new ArrayList<>()).add(socket);
    }
  }
}

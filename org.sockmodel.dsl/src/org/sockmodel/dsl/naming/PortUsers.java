package org.sockmodel.dsl.naming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Receive;
import org.sockmodel.dsl.sockModel.SocketCall;
import org.sockmodel.dsl.sockModel.Traffic;
import org.sockmodel.dsl.sockModel.Variable;
import org.sockmodel.dsl.sockModel.Workload;

/** The sockets that a traffic is for: those of any workload on the same machine that have its port. */
public final class PortUsers {

  public static final String UDP = "udp";
  public static final String TCP = "tcp";

  private final Traffic traffic;
  private final OptionalLong port;
  private final List<FileDescriptor> sockets = new ArrayList<>();
  private final Set<FileDescriptor> read = new HashSet<>();

  private PortUsers(Traffic traffic) {
    this.traffic = traffic;
    port = Expressions.whole(traffic.getPort(), Dimension.NUMBER);
  }

  public static PortUsers of(Traffic traffic) {
    PortUsers users = new PortUsers(traffic);
    Workload own = (Workload) traffic.eContainer();
    Model model = EcoreUtil2.getContainerOfType(traffic, Model.class);
    for (Workload workload : ImportedModels.elements(model, Workload.class)) {
      if (Networks.machine(workload.getNetwork()) == Networks.machine(own.getNetwork())) {
        users.look(workload);
      }
    }
    return users;
  }

  /** The sockets with the traffic's port, in the order of the file. */
  public List<FileDescriptor> sockets() {
    return sockets;
  }

  /** Whether some thread reads one of the sockets, or a connection that one of them accepts. */
  public boolean areRead() {
    return sockets.stream().anyMatch(read::contains);
  }

  /** {@link #UDP} or {@link #TCP}: what the model says, or else what the socket is. */
  public String protocol() {
    if (traffic.getProtocol() != null) {
      return traffic.getProtocol();
    }
    return sockets.isEmpty() ? UDP : protocol(sockets.get(0));
  }

  /** The protocol that goes with a socket's type. */
  public static String protocol(FileDescriptor socket) {
    boolean stream = socket instanceof Variable variable && variable.getCreation() instanceof SocketCall call
        && call.getTypes().contains("SOCK_STREAM");
    return stream ? TCP : UDP;
  }

  private void look(Workload workload) {
    for (Bind bind : EcoreUtil2.getAllContentsOfType(workload, Bind.class)) {
      addIfMine(bind.getSocket(), bind.getPort());
    }
    for (Established established : EcoreUtil2.getAllContentsOfType(workload, Established.class)) {
      addIfMine(established.getSocket(), established.getPort());
    }
    EcoreUtil2.getAllContentsOfType(workload, Receive.class).forEach(receive -> read.add(receive.getSocket()));
    for (Variable accepted : EcoreUtil2.getAllContentsOfType(workload, Variable.class)) {
      if (accepted.getCreation() instanceof AcceptCall accept && read.contains(accepted)) {
        read.add(accept.getSocket());
      }
    }
  }

  private void addIfMine(FileDescriptor socket, Expression bound) {
    if (socket != null && port.isPresent() && port.equals(Expressions.whole(bound, Dimension.NUMBER))) {
      sockets.add(socket);
    }
  }
}

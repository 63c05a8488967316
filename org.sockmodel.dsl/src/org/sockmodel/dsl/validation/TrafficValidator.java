package org.sockmodel.dsl.validation;

import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.sockmodel.dsl.naming.Networks;
import org.sockmodel.dsl.naming.PortUsers;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.setting.Settings;
import org.sockmodel.dsl.sockModel.FileDescriptor;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.Traffic;

/** Traffic: it comes in through a NIC of the machine, to a port whose socket somebody reads. */
final class TrafficValidator extends ConceptValidator {

  private static final long MOST_UDP_BYTES = 65_507;

  @Check
  public void checkMachine(Traffic traffic) {
    Machine machine = Networks.machineAround(traffic);
    boolean known = machine != null && traffic.getNic() != null && !traffic.getNic().eIsProxy();
    if (known && traffic.getNic().getMachine() != machine) {
      error("'" + traffic.getNic().getName() + "' is not on the machine of this workload; name a NIC of "
          + machine.getName(), traffic, Literals.TRAFFIC__NIC, IssueCodes.OTHER_MACHINE);
    }
  }

  @Check
  public void checkPorts(Model model) {
    PortUsers users = new PortUsers(model);
    for (Traffic traffic : EcoreUtil2.getAllContentsOfType(model, Traffic.class)) {
      checkPort(traffic, users);
      checkDatagramFits(traffic, users);
      checkFlows(traffic, users);
      checkClosing(traffic, users);
    }
  }

  private void checkPort(Traffic traffic, PortUsers users) {
    word(traffic, Literals.TRAFFIC__PROTOCOL, "protocol of traffic", IssueCodes.UNKNOWN_SYMBOL);
    port(traffic, Literals.TRAFFIC__PORT).ifPresent(port -> checkSocket(traffic, port.toLong(), users));
  }

  private void checkSocket(Traffic traffic, long port, PortUsers users) {
    List<FileDescriptor> sockets = users.sockets(traffic);
    boolean unbound = Settings.value(traffic.getSettings(), SettingKind.UNBOUND, 0) == 1;
    if (sockets.isEmpty()) {
      checkUnbound(traffic, port, unbound, users);
      return;
    }
    if (unbound) {
      noEffect(traffic, SettingKind.UNBOUND, "'" + sockets.get(0).getName() + "' has port " + port
          + "; delete it, or take another port");
    }
    if (traffic.getProtocol() != null && sockets.stream().noneMatch(
        socket -> PortUsers.protocol(socket).equals(traffic.getProtocol()))) {
      error("the socket with port " + port + " is " + PortUsers.protocol(sockets.get(0)) + "; write "
          + PortUsers.protocol(sockets.get(0)) + " or leave the protocol out", traffic, Literals.TRAFFIC__PROTOCOL,
          IssueCodes.WRONG_PROTOCOL);
    } else if (!users.areRead(traffic)) {
      warning("nobody reads the socket with port " + port + "; add to a thread: recv "
          + sockets.get(0).getName() + " 2048B", traffic, Literals.TRAFFIC__PORT, IssueCodes.SOCKET_NOT_READ);
    }
  }

  private void checkUnbound(Traffic traffic, long port, boolean unbound, PortUsers users) {
    if (!unbound) {
      error("no socket has port " + port + "; add to a thread: bind SOCKET port " + port
          + ", or to the traffic, if that is meant: unbound 1", traffic, Literals.TRAFFIC__PORT,
          IssueCodes.PORT_WITHOUT_SOCKET);
    } else if (!users.protocol(traffic).equals(PortUsers.UDP)) {
      error("TCP sends nothing to a port without a socket, whose first segment is refused; write udp", traffic,
          Literals.TRAFFIC__PROTOCOL, IssueCodes.WRONG_PROTOCOL);
    }
  }

  @Check
  public void checkRhythm(Traffic traffic) {
    once(traffic, Literals.TRAFFIC__GAPS, "gap");
    boolean rate = traffic.getSettings().stream().anyMatch(it -> SettingKind.RATE.word().equals(it.getName()));
    if (rate && !traffic.getGaps().isEmpty()) {
      error("rate and gap say the same; delete one", traffic, Literals.TRAFFIC__GAPS, 0, IssueCodes.SAID_TWICE);
    }
    long count = Settings.value(traffic.getSettings(), SettingKind.COUNT, 1);
    if (count > 1 && !rate && traffic.getGaps().isEmpty()) {
      error("how far are the messages apart? add for example: gap 100us", traffic, Literals.TRAFFIC__PORT,
          IssueCodes.MISSING);
    }
  }

  private void checkDatagramFits(Traffic traffic, PortUsers users) {
    long payload = Settings.value(traffic.getSettings(), SettingKind.PAYLOAD, 1);
    if (payload > MOST_UDP_BYTES && users.protocol(traffic).equals(PortUsers.UDP)) {
      error("a datagram carries " + MOST_UDP_BYTES + "B at most; use a smaller payload", traffic,
          Literals.TRAFFIC__PORT, IssueCodes.OUT_OF_RANGE);
    }
  }

  private void checkFlows(Traffic traffic, PortUsers users) {
    boolean several = Settings.value(traffic.getSettings(), SettingKind.FLOWS, 1) > 1;
    if (several && !users.protocol(traffic).equals(PortUsers.UDP)) {
      noEffect(traffic, SettingKind.FLOWS, "TCP to a port is one connection; delete it, or write more traffics");
    }
  }

  private void checkClosing(Traffic traffic, PortUsers users) {
    boolean closed = Settings.value(traffic.getSettings(), SettingKind.FIN, 0) == 1;
    if (closed && users.protocol(traffic).equals(PortUsers.UDP)) {
      noEffect(traffic, SettingKind.FIN, "UDP has no connection to close; delete it");
    }
  }

  private void noEffect(Traffic traffic, SettingKind kind, String why) {
    traffic.getSettings().stream().filter(setting -> kind.word().equals(setting.getName()))
        .forEach(setting -> warning(kind.word() + " has no effect: " + why, setting, Literals.SETTING__NAME,
            IssueCodes.NO_EFFECT));
  }
}

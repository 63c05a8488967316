package org.sockmodel.runtime.scenario;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.inet.FibTable;
import org.sockmodel.runtime.kernel.inet.SockAddr;
import org.sockmodel.runtime.kernel.netdev.BacklogXmit;
import org.sockmodel.runtime.kernel.netdev.IngressFilter;
import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.netdev.NetifRx;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.LinkDeclaration;

/**
 * The network namespaces of one machine, and the devices in them. Addresses are given in the order of the model: the
 * ends of a veth pair get 10.99.N.1 and 10.99.N.2, a card gets 10.0.N.1 and its peer on the wire the next one.
 */
final class Networks {

  /** 10.99.0.1. */
  private static final int FIRST_VETH_ADDRESS = 0x0a63_0001;
  /** 10.0.0.1. */
  private static final int FIRST_NIC_ADDRESS = 0x0a00_0001;
  private static final int NETWORK_STRIDE = 256;

  private final SimulatedMachine machine;
  private final KernelFunction loopbackXmit;
  private final KernelFunction vethXmit;
  private final Map<String, Net> byName = new LinkedHashMap<>();
  private final Net init;
  private int nextVethAddress = FIRST_VETH_ADDRESS;
  private int nextNicAddress = FIRST_NIC_ADDRESS;

  /** A machine as it boots. */
  Networks(SimulatedMachine machine, Softnet softnet) {
    this.machine = machine;
    NetifRx netifRx = new NetifRx(softnet.enqueue());
    loopbackXmit = BacklogXmit.loopback(machine.paths(), netifRx);
    vethXmit = BacklogXmit.veth(machine.paths(), netifRx);
    init = add(machine.declaration().name());
  }

  /** {@code ip netns add}: a namespace with a loopback device. */
  Net add(String name) {
    Net net = new Net(byName.size());
    new NetDevice(machine.names().intern("lo"), net, FibTable.LOOPBACK_ADDRESS, NetDevice.LOOPBACK_MTU_BYTES,
        loopbackXmit);
    byName.put(name, net);
    return net;
  }

  /** {@code ip link add type veth}, with both ends up and with addresses. */
  void link(LinkDeclaration link) {
    NetDevice end = new NetDevice(machine.names().intern(link.name()), net(link.network()), nextVethAddress,
        NetDevice.ETHERNET_MTU_BYTES, vethXmit);
    NetDevice other = new NetDevice(machine.names().intern(link.peerName()), net(link.peerNetwork()),
        nextVethAddress + 1, NetDevice.ETHERNET_MTU_BYTES, vethXmit);
    end.pairWith(other);
    filter(end, link.name(), link.loss());
    filter(other, link.peerName(), link.peerLoss());
    nextVethAddress += NETWORK_STRIDE;
  }

  private void filter(NetDevice device, String name, LinkDeclaration.Loss loss) {
    if (!loss.isNone()) {
      device.filterIngress(new IngressFilter(machine.randomOf(name), loss.share(), new HashSet<>(loss.packets())));
    }
  }

  /** A card in the namespace that the machine boots with. */
  NetDevice nic(int name, int mtuBytes, KernelFunction startXmit) {
    NetDevice nic = new NetDevice(name, init, nextNicAddress, mtuBytes, startXmit);
    nextNicAddress += NETWORK_STRIDE;
    return nic;
  }

  /** The namespace of a name. */
  Net net(String name) {
    Net net = byName.get(name);
    if (net == null) {
      throw new IllegalArgumentException("no network namespace " + name);
    }
    return net;
  }

  /** What the protocols have counted, as far as this kernel tells it. */
  List<ProtocolCounters> counters() {
    return byName.entrySet().stream()
        .map(entry -> ProtocolCounters.of(entry.getKey(), entry.getValue().mib(), machine.declaration().kernel()))
        .toList();
  }

  /**
   * What a name resolves to for a socket: the address that the socket's namespace reaches, or else any that the named
   * namespace has. One without a device but loopback has no address that others reach.
   *
   * @return a {@link SockAddr}
   */
  long destination(Sock sock, String network, int port) {
    Net net = net(network);
    int found = net == sock.net() ? FibTable.LOOPBACK_ADDRESS : 0;
    List<NetDevice> devices = net.devices();
    for (int i = devices.size() - 1; i > 0; i--) {
      boolean known = FibTable.output(sock.net(), found) != null && found != FibTable.LOOPBACK_ADDRESS;
      int address = devices.get(i).ipAddress();
      found = known && FibTable.output(sock.net(), address) == null ? found : address;
    }
    return SockAddr.of(found, port);
  }
}

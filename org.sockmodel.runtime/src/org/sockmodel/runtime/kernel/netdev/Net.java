package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.snmp.NetMib;

import java.util.ArrayList;
import java.util.List;

/**
 * A network namespace: {@code struct net}, {@code include/net/net_namespace.h}. It has devices of its own, and
 * protocols keep its sockets apart from those of others.
 */
public final class Net {

  private final int id;
  private final List<NetDevice> devices = new ArrayList<>();
  private final NetMib mib = new NetMib();

  /**
   * @param id differs between the namespaces of a machine; 0 for {@code init_net}
   */
  public Net(int id) {
    this.id = id;
  }

  public int id() {
    return id;
  }

  /** What its protocols count. */
  public NetMib mib() {
    return mib;
  }

  /** {@code register_netdevice}: the loopback device has to be the first. */
  void add(NetDevice device) {
    devices.add(device);
  }

  /** {@code loopback_dev}. */
  public NetDevice loopback() {
    return devices.get(0);
  }

  /** Every device, in the order in which they were registered. */
  public List<NetDevice> devices() {
    return devices;
  }
}

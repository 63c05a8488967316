package org.sockmodel.runtime.kernel.netdev;

import java.util.ArrayList;
import java.util.List;

/** The devices of one machine: {@code dev_get_by_name}. A look-up costs O(devices), which are few. */
public final class NetDevices {

  private final List<NetDevice> devices = new ArrayList<>();

  /** {@code register_netdevice}. */
  public void add(NetDevice device) {
    devices.add(device);
  }

  /** The loopback device, which is always the first. */
  public NetDevice loopback() {
    return devices.get(0);
  }

  /** The device that was added last: a card if there is one, else the loopback device. */
  public NetDevice last() {
    return devices.get(devices.size() - 1);
  }

  /**
   * The device of a name that a packet came from.
   *
   * @param name an id in the trace's names
   */
  public NetDevice named(int name) {
    for (int i = 0; i < devices.size(); i++) {
      if (devices.get(i).name() == name) {
        return devices.get(i);
      }
    }
    throw new IllegalArgumentException("no device with the name " + name);
  }
}

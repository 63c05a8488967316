package org.sockmodel.runtime.kernel.inet;

import java.util.List;
import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.kernel.netdev.NetDevice;

/**
 * Routes: {@code fib_lookup}, {@code net/ipv4/fib_trie.c}. They follow from the addresses of a namespace's devices:
 * what is the namespace's own goes over the loopback device, and the network of a device, 24 bits wide, through that
 * device. There are no gateways. A look-up costs O(devices), which are few.
 */
public final class FibTable {

  /** {@code INADDR_LOOPBACK}. */
  public static final int LOOPBACK_ADDRESS = 0x7f00_0001;

  private static final int LOOPBACK_NETWORK_BITS = 8;
  private static final int NETWORK_BITS = 24;

  private FibTable() {
  }

  /** The device that leads to an address; null if the network is unreachable. */
  public static NetDevice output(Net net, int address) {
    if (isLocal(net, address)) {
      return net.loopback();
    }
    List<NetDevice> devices = net.devices();
    for (int i = 1; i < devices.size(); i++) {
      if (inNetwork(address, devices.get(i).ipAddress(), NETWORK_BITS)) {
        return devices.get(i);
      }
    }
    return null;
  }

  /** {@code fib_result.prefsrc}: the address that a socket has for a peer; what is local talks to itself. */
  public static int source(NetDevice output, int address) {
    return output == output.net().loopback() ? address : output.ipAddress();
  }

  /** The local table. */
  private static boolean isLocal(Net net, int address) {
    List<NetDevice> devices = net.devices();
    for (int i = 1; i < devices.size(); i++) {
      if (devices.get(i).ipAddress() == address) {
        return true;
      }
    }
    return inNetwork(address, LOOPBACK_ADDRESS, LOOPBACK_NETWORK_BITS);
  }

  private static boolean inNetwork(int address, int other, int bits) {
    return (address ^ other) >>> Integer.SIZE - bits == 0;
  }
}

package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.kernel.snmp.NetMib;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

/** What {@code __ip_local_out} and {@code ip_finish_output2} count, {@code net/ipv4/ip_output.c}. */
public final class IpOutput {

  private IpOutput() {
  }

  /** A packet is sent as it is. */
  public static void whole(Net net) {
    NetMib mib = net.mib();
    mib.count(SnmpCounter.IP_OUT_REQUESTS);
    mib.count(SnmpCounter.IP_OUT_TRANSMITS);
  }

  /** A packet is sent in fragments ({@code ip_do_fragment}), of which this is the first, the last, or neither. */
  static void fragment(Net net, boolean first, boolean last) {
    NetMib mib = net.mib();
    mib.add(SnmpCounter.IP_OUT_REQUESTS, first ? 1 : 0);
    mib.count(SnmpCounter.IP_FRAG_CREATES);
    mib.add(SnmpCounter.IP_FRAG_OKS, last ? 1 : 0);
    mib.count(SnmpCounter.IP_OUT_TRANSMITS);
  }
}

package org.sockmodel.runtime.kernel.families.create;

import static org.sockmodel.runtime.kernel.families.ProtoOps.NO_SOCKETPAIR;

import java.util.Map;
import org.sockmodel.runtime.kernel.families.ProtoOps;
import org.sockmodel.runtime.kernel.families.profile.KernelVersion;

/** The {@code struct proto_ops} by their C symbols. */
final class OpsTable {

  /** Beginnings of symbols; the longest that fits decides. */
  private static final Map<String, String> RELEASES = Map.ofEntries(
      Map.entry("inet_", "inet_release"), Map.entry("inet6_", "inet6_release"),
      Map.entry("inet_dccp_", "inet_release"), Map.entry("l2tp_ip_", "inet_release"),
      Map.entry("l2tp_ip6_", "inet6_release"), Map.entry("mptcp_", "inet_release"),
      Map.entry("mptcp_v6_", "inet6_release"), Map.entry("unix_", "unix_release"),
      Map.entry("netlink_", "netlink_release"), Map.entry("packet_", "packet_release"),
      Map.entry("xsk_", "xsk_release"), Map.entry("pfkey_", "pfkey_release"), Map.entry("alg_", "af_alg_release"),
      Map.entry("vsock_", "vsock_release"), Map.entry("raw_", "raw_release"), Map.entry("bcm_", "bcm_release"),
      Map.entry("isotp_", "isotp_release"), Map.entry("j1939_", "j1939_sk_release"),
      Map.entry("rxrpc_", "rxrpc_release"), Map.entry("kcm_", "kcm_release"),
      Map.entry("smc_", "smc_release"), Map.entry("rds_", "rds_release"), Map.entry("llc_", "llc_ui_release"),
      Map.entry("pvc_", "vcc_release"), Map.entry("svc_", "svc_release"), Map.entry("ax25_", "ax25_release"),
      Map.entry("nr_", "nr_release"), Map.entry("rose_", "rose_release"), Map.entry("ipx_", "ipx_release"),
      Map.entry("atalk_", "atalk_release"), Map.entry("x25_", "x25_release"));

  private final boolean tipcPairs;

  OpsTable(KernelVersion version) {
    tipcPairs = version.since(4, 12);
  }

  /** The operations of a declared symbol; of an unknown one with the default functions. */
  ProtoOps ops(String symbol, String createSymbol) {
    if (createSymbol.equals("tipc_sk_create")) {
      return new ProtoOps(symbol, "tipc_release", tipcPairs ? "tipc_socketpair" : NO_SOCKETPAIR);
    }
    return new ProtoOps(symbol, release(symbol), symbol.startsWith("unix_") ? "unix_socketpair" : NO_SOCKETPAIR);
  }

  private static String release(String symbol) {
    String longest = "";
    for (String beginning : RELEASES.keySet()) {
      if (symbol.startsWith(beginning) && beginning.length() > longest.length()) {
        longest = beginning;
      }
    }
    return longest.isEmpty() ? "sock_no_release" : RELEASES.get(longest);
  }
}

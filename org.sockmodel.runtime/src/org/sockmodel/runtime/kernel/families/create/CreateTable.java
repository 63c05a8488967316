package org.sockmodel.runtime.kernel.families.create;

import static org.sockmodel.runtime.kernel.families.create.Checks.anyTypeBut;
import static org.sockmodel.runtime.kernel.families.create.Checks.capable;
import static org.sockmodel.runtime.kernel.families.create.Checks.entryCapability;
import static org.sockmodel.runtime.kernel.families.create.Checks.protocolIn;
import static org.sockmodel.runtime.kernel.families.create.Checks.protocolNotIn;
import static org.sockmodel.runtime.kernel.families.create.Checks.protocolRange;
import static org.sockmodel.runtime.kernel.families.create.Checks.registeredProtocol;
import static org.sockmodel.runtime.kernel.families.create.Checks.type;
import static org.sockmodel.runtime.kernel.families.create.Checks.typeAndProtocol;
import static org.sockmodel.runtime.kernel.families.create.Checks.typeIn;
import static org.sockmodel.runtime.kernel.families.create.Checks.typeOfProtocol;
import static org.sockmodel.runtime.kernel.families.create.SockSteps.cgroup;
import static org.sockmodel.runtime.kernel.families.create.SockSteps.hash;
import static org.sockmodel.runtime.kernel.families.create.SockSteps.protInit;
import static org.sockmodel.runtime.kernel.families.create.SockSteps.skAlloc;
import static org.sockmodel.runtime.uapi.Errno.EINVAL;
import static org.sockmodel.runtime.uapi.Errno.ENFILE;
import static org.sockmodel.runtime.uapi.Errno.ENOBUFS;
import static org.sockmodel.runtime.uapi.Errno.ENOMEM;
import static org.sockmodel.runtime.uapi.Errno.EPROTONOSUPPORT;
import static org.sockmodel.runtime.uapi.Errno.EPROTOTYPE;
import static org.sockmodel.runtime.uapi.Errno.ESOCKTNOSUPPORT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.sockmodel.runtime.kernel.families.Capability;
import org.sockmodel.runtime.kernel.families.Creation;
import org.sockmodel.runtime.kernel.families.Socket;
import org.sockmodel.runtime.kernel.families.profile.KernelOption;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.KernelVersion;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketType;

/**
 * The create functions by their C symbols, each as its checks in the order of the C function. Network namespaces are
 * left out: all is the initial one.
 */
final class CreateTable {

  /** Its datagram entry names the module of a transport, not one that registers the entry. */
  static final String VSOCK = "vsock_create";
  /** The create functions whose entries are registered by the rules of {@code inet_register_protosw}. */
  static final Set<String> INETSW = Set.of("inet_create", "inet6_create");

  /** {@code MAX_LINKS} ({@code include/uapi/linux/netlink.h}). */
  private static final int MAX_LINKS = 32;
  /** {@code PF_KEY_V2} ({@code include/uapi/linux/pfkeyv2.h}). */
  private static final int PF_KEY_V2 = 2;
  /** Protocols are stored in a byte ({@code net/ax25/af_ax25.c}). */
  private static final int AX25_LIMIT = 256;
  /** {@code AX25_P_ROSE, _SEGMENT, _IP, _ARP, _NETROM}: the kernel's own ({@code include/net/ax25.h}). */
  private static final int[] AX25_KERNEL = {0x01, 0x08, 0xcc, 0xcd, 0xcf};

  private final KernelProfile profile;
  private final KernelVersion version;
  private final Map<String, Supplier<Steps>> table = new TreeMap<>();

  CreateTable(KernelProfile profile) {
    this.profile = profile;
    version = profile.version();
    internet();
    local();
    networks();
    radio();
  }

  /** The steps of a create function; null if there is none of this name. */
  Steps steps(String symbol) {
    Supplier<Steps> supplier = table.get(symbol);
    return supplier == null ? null : supplier.get();
  }

  /** The names of all create functions, sorted. */
  Collection<String> symbols() {
    return table.keySet();
  }

  private void internet() {
    table.put("inet_create", () -> inet(version.since(6, 1) ? ENOMEM : ENOBUFS));
    table.put("inet6_create", () -> inet(ENOBUFS));
  }

  /** {@code net/ipv4/af_inet.c}, {@code net/ipv6/af_inet6.c}. */
  private Steps inet(int noMemory) {
    KernelOption max = profile.option(KernelOption.IPPROTO_MAX);
    List<CreateStep> steps = new ArrayList<>(List.of(protocolRange(max.value(), EINVAL, max), new InetLookup(),
        entryCapability(), skAlloc(noMemory), sockInitData(), hash(), protInit()));
    if (version.since(4, 10)) {
      steps.add(cgroup());
    }
    return new Steps("sk_common_release", steps);
  }

  private void local() {
    define("unix_create", protocolIn(EPROTONOSUPPORT, 0, AddressFamily.AF_UNIX), type(ESOCKTNOSUPPORT),
        CreateTable::rawIsDgram, new Called("unix_create1",
            new UnixSockets(profile.option(KernelOption.FILE_MAX), version.since(5, 16) ? ENFILE : ENOMEM),
            skAlloc(ENOMEM), sockInitData()));
    define("netlink_create", typeIn(ESOCKTNOSUPPORT, SocketType.SOCK_RAW, SocketType.SOCK_DGRAM),
        protocolRange(MAX_LINKS, EPROTONOSUPPORT, null),
        new NetlinkTable(registeredProtocol(EPROTONOSUPPORT), version.since(4, 14)),
        new Called("__netlink_create", skAlloc(ENOMEM), sockInitData()));
    define("packet_create", capable(Capability.CAP_NET_RAW), type(ESOCKTNOSUPPORT), skAlloc(ENOBUFS),
        sockInitData());
    define("xsk_create", capable(Capability.CAP_NET_RAW), type(ESOCKTNOSUPPORT), protocolIn(EPROTONOSUPPORT, 0),
        skAlloc(ENOBUFS), sockInitData());
    define("pfkey_create", capable(Capability.CAP_NET_ADMIN), type(ESOCKTNOSUPPORT),
        protocolIn(EPROTONOSUPPORT, PF_KEY_V2), skAlloc(ENOMEM), sockInitData());
    define("alg_create", type(ESOCKTNOSUPPORT), protocolIn(EPROTONOSUPPORT, 0), skAlloc(ENOMEM), sockInitData());
    define(VSOCK, protocolIn(EPROTONOSUPPORT, 0, AddressFamily.AF_VSOCK), type(ESOCKTNOSUPPORT),
        new Called("__vsock_create", skAlloc(ENOMEM), sockInitData()), new VsockTransport());
  }

  private void networks() {
    define("tipc_sk_create", protocolIn(EPROTONOSUPPORT, 0), type(EPROTOTYPE), skAlloc(ENOMEM), sockInitData());
    define("can_create", protocolRange(profile.value(KernelOption.CAN_NPROTO), EINVAL,
        profile.option(KernelOption.CAN_NPROTO)), registeredProtocol(EPROTONOSUPPORT), typeOfProtocol(EPROTOTYPE),
        skAlloc(ENOMEM), sockInitData());
    define("rxrpc_create", protocolIn(EPROTONOSUPPORT, AddressFamily.AF_INET, AddressFamily.AF_INET6),
        type(ESOCKTNOSUPPORT), skAlloc(ENOMEM), sockInitData());
    define("kcm_create", type(ESOCKTNOSUPPORT), protocolIn(EPROTONOSUPPORT, 0), skAlloc(ENOMEM), sockInitData());
    define("smc_create", type(ESOCKTNOSUPPORT), typeAndProtocol(EPROTONOSUPPORT), skAlloc(ENOBUFS), sockInitData());
    define("rds_create", type(ESOCKTNOSUPPORT), protocolIn(ESOCKTNOSUPPORT, 0), skAlloc(ENOMEM), sockInitData());
    define("llc_ui_create", capable(Capability.CAP_NET_RAW), type(ESOCKTNOSUPPORT), skAlloc(ENOMEM), sockInitData());
    for (String symbol : List.of("pvc_create", "svc_create")) {
      define(symbol, new Called("vcc_create", anyTypeBut(SocketType.SOCK_STREAM, EINVAL), skAlloc(ENOMEM),
          sockInitData()));
    }
  }

  private void radio() {
    define("ax25_create", protocolRange(AX25_LIMIT, EINVAL, null), type(ESOCKTNOSUPPORT),
        protocolNotIn(SocketType.SOCK_SEQPACKET, ESOCKTNOSUPPORT, AX25_KERNEL), entryCapability(), skAlloc(ENOMEM),
        sockInitData());
    for (String symbol : List.of("nr_create", "rose_create")) {
      define(symbol, type(ESOCKTNOSUPPORT), protocolIn(ESOCKTNOSUPPORT, 0), skAlloc(ENOMEM), sockInitData());
    }
    define("ipx_create", type(ESOCKTNOSUPPORT), skAlloc(ENOMEM), sockInitData());
    define("atalk_create", type(ESOCKTNOSUPPORT), entryCapability(), skAlloc(ENOMEM), sockInitData());
    define("x25_create", type(ESOCKTNOSUPPORT), protocolIn(EINVAL, 0),
        skAlloc(version.since(5, 12) ? ENOMEM : ENOBUFS), sockInitData());
  }

  private void define(String symbol, CreateStep... steps) {
    table.put(symbol, () -> new Steps("sk_free", List.of(steps)));
  }

  private CreateStep sockInitData() {
    return SockSteps.sockInitData(version.since(6, 1));
  }

  /** AF_UNIX takes SOCK_RAW because BSD had it. */
  private static int rawIsDgram(Creation c, Socket socket) {
    if (socket.type() == SocketType.SOCK_RAW) {
      socket.type(SocketType.SOCK_DGRAM);
    }
    return 0;
  }
}

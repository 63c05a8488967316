package org.sockmodel.runtime.kernel.families.profile;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.SocketType;

/** The names that programs use for {@code socket()}'s numbers, and back. Set-up and report code, not for hot loops. */
public final class SocketNames {

  private static final Map<String, Integer> NETLINK = Map.ofEntries(
      Map.entry("NETLINK_ROUTE", 0), Map.entry("NETLINK_USERSOCK", 2), Map.entry("NETLINK_FIREWALL", 3),
      Map.entry("NETLINK_SOCK_DIAG", 4), Map.entry("NETLINK_NFLOG", 5), Map.entry("NETLINK_XFRM", 6),
      Map.entry("NETLINK_SELINUX", 7), Map.entry("NETLINK_ISCSI", 8), Map.entry("NETLINK_AUDIT", 9),
      Map.entry("NETLINK_FIB_LOOKUP", 10), Map.entry("NETLINK_CONNECTOR", 11), Map.entry("NETLINK_NETFILTER", 12),
      Map.entry("NETLINK_IP6_FW", 13), Map.entry("NETLINK_DNRTMSG", 14), Map.entry("NETLINK_KOBJECT_UEVENT", 15),
      Map.entry("NETLINK_GENERIC", 16), Map.entry("NETLINK_SCSITRANSPORT", 18), Map.entry("NETLINK_ECRYPTFS", 19),
      Map.entry("NETLINK_RDMA", 20), Map.entry("NETLINK_CRYPTO", 21), Map.entry("NETLINK_SMC", 22));

  private static final Map<String, Integer> CAN = Map.of("CAN_RAW", 1, "CAN_BCM", 2, "CAN_TP16", 3, "CAN_TP20", 4,
      "CAN_MCNET", 5, "CAN_ISOTP", 6, "CAN_J1939", 7);

  private static final Map<String, Integer> IP = sorted(IpProtocol.numbers(), Map.of("IPPROTO_L2TP", 115));

  /** What the third argument means to families that are not of IP. */
  private static final Map<Integer, Map<String, Integer>> OF_FAMILIES = Map.of(
      AddressFamily.AF_NETLINK, NETLINK,
      AddressFamily.AF_CAN, CAN,
      AddressFamily.AF_RXRPC, Map.of("PF_INET", AddressFamily.AF_INET, "PF_INET6", AddressFamily.AF_INET6),
      AddressFamily.AF_KEY, Map.of("PF_KEY_V2", 2),
      AddressFamily.AF_SMC, Map.of("SMCPROTO_SMC", 0, "SMCPROTO_SMC6", 1),
      AddressFamily.AF_KCM, Map.of("KCMPROTO_CONNECTED", 0));

  private static final Map<String, Integer> PROTOCOLS = protocolsOfAll();
  private static final Map<String, Integer> NUMBERS = all();
  private static final Map<Integer, String> FAMILIES =
      reversed(AddressFamily.numbers(), "AF_LOCAL", "AF_ROUTE", "AF_MAX");
  private static final Map<Integer, String> TYPES = reversed(SocketType.numbers());
  private static final Map<Integer, String> IP_PROTOCOLS = reversed(IP);
  private static final Map<Integer, String> NETLINK_UNITS = reversed(NETLINK);
  private static final Map<Integer, String> CAN_PROTOCOLS = reversed(CAN);

  private SocketNames() {
  }

  /** Every name with its number, sorted. */
  public static Map<String, Integer> numbers() {
    return NUMBERS;
  }

  /** The names that a third argument may have, of every family, with their numbers, sorted. */
  public static Map<String, Integer> protocols() {
    return PROTOCOLS;
  }

  /** The names that a third argument of this family has, sorted: {@code NETLINK_ROUTE} ..., or those of IP. */
  public static Map<String, Integer> protocols(int family) {
    return sorted(OF_FAMILIES.getOrDefault(family, IP));
  }

  /** Number of a name or of a decimal number's text; null if it is neither. */
  public static Integer number(String text) {
    Integer named = NUMBERS.get(text);
    if (named != null) {
      return named;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** {@code AF_INET} ..., or the number. */
  public static String family(int family) {
    return FAMILIES.getOrDefault(family, Integer.toString(family));
  }

  /** {@code SOCK_STREAM|SOCK_NONBLOCK} ..., what has no name as a number. */
  public static String type(int type) {
    int flags = type & (SocketType.SOCK_NONBLOCK | SocketType.SOCK_CLOEXEC);
    StringBuilder text = new StringBuilder(TYPES.getOrDefault(type & ~flags, Integer.toString(type & ~flags)));
    if ((flags & SocketType.SOCK_NONBLOCK) != 0) {
      text.append("|SOCK_NONBLOCK");
    }
    if ((flags & SocketType.SOCK_CLOEXEC) != 0) {
      text.append("|SOCK_CLOEXEC");
    }
    return text.toString();
  }

  /** {@code IPPROTO_TCP}, {@code NETLINK_ROUTE} ... as the family understands the number, or the number. */
  public static String protocol(int family, int protocol) {
    Map<Integer, String> names = switch (family) {
      case AddressFamily.AF_INET, AddressFamily.AF_INET6 -> IP_PROTOCOLS;
      case AddressFamily.AF_NETLINK -> NETLINK_UNITS;
      case AddressFamily.AF_CAN -> CAN_PROTOCOLS;
      default -> Map.of();
    };
    return names.getOrDefault(protocol, Integer.toString(protocol));
  }

  /** Name of an errno, {@code OK} for 0. */
  public static String errno(int errno) {
    return errno == 0 ? "OK" : Errno.name(errno);
  }

  private static Map<String, Integer> all() {
    Map<String, Integer> numbers = new TreeMap<>(AddressFamily.numbers());
    AddressFamily.numbers().forEach((name, number) -> numbers.put("PF" + name.substring(2), number));
    numbers.putAll(SocketType.numbers());
    numbers.putAll(PROTOCOLS);
    return Collections.unmodifiableMap(numbers);
  }

  private static Map<String, Integer> protocolsOfAll() {
    Map<String, Integer> protocols = new TreeMap<>(IP);
    OF_FAMILIES.values().forEach(protocols::putAll);
    return Collections.unmodifiableMap(protocols);
  }

  @SafeVarargs
  private static Map<String, Integer> sorted(Map<String, Integer>... parts) {
    Map<String, Integer> numbers = new TreeMap<>();
    for (Map<String, Integer> part : parts) {
      numbers.putAll(part);
    }
    return Collections.unmodifiableMap(numbers);
  }

  private static Map<Integer, String> reversed(Map<String, Integer> numbers, String... aliases) {
    Set<String> left = Set.of(aliases);
    Map<Integer, String> names = new TreeMap<>();
    numbers.forEach((name, number) -> {
      if (!left.contains(name)) {
        names.put(number, name);
      }
    });
    return names;
  }
}

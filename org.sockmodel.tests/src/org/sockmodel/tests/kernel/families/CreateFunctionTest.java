package org.sockmodel.tests.kernel.families;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.KernelOption;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.model.FamilyDeclaration;
import org.sockmodel.runtime.model.Protosw;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.SocketType;

/** Create functions that no recording covers, because the recorded kernels lack their families, and their options. */
class CreateFunctionTest {

  @ParameterizedTest
  @CsvSource({
      // the order of two checks shows where both fail
      "v6_12, user, AF_TIPC, SOCK_RAW, 1, EPROTONOSUPPORT",
      "v6_12, user, AF_TIPC, SOCK_RAW, 0, EPROTOTYPE",
      "v6_12, user, AF_TIPC, SOCK_RDM, 0, OK",
      "v6_12, user, AF_CAN, SOCK_RAW, -1, EINVAL",
      "v6_12, user, AF_CAN, SOCK_RAW, 8, EINVAL",
      "v6_12, user, AF_CAN, SOCK_STREAM, 3, EPROTONOSUPPORT",
      "v6_12, user, AF_CAN, SOCK_STREAM, CAN_RAW, EPROTOTYPE",
      "v6_12, user, AF_CAN, SOCK_DGRAM, CAN_J1939, OK",
      "v3_10, user, AF_CAN, SOCK_DGRAM, CAN_J1939, EINVAL",
      "v6_12, user, AF_KEY, SOCK_STREAM, 0, EPERM",
      "v6_12, root, AF_KEY, SOCK_STREAM, 0, ESOCKTNOSUPPORT",
      "v6_12, root, AF_KEY, SOCK_RAW, 0, EPROTONOSUPPORT",
      "v6_12, root, AF_KEY, SOCK_RAW, PF_KEY_V2, OK",
      "v6_12, user, AF_ALG, SOCK_STREAM, 1, ESOCKTNOSUPPORT",
      "v6_12, user, AF_ALG, SOCK_SEQPACKET, 1, EPROTONOSUPPORT",
      "v6_12, user, AF_AX25, SOCK_STREAM, 256, EINVAL",
      "v6_12, user, AF_AX25, SOCK_STREAM, 0, ESOCKTNOSUPPORT",
      "v6_12, user, AF_AX25, SOCK_SEQPACKET, 0xcf, ESOCKTNOSUPPORT",
      "v6_12, user, AF_AX25, SOCK_DGRAM, 0xcf, OK",
      "v6_12, user, AF_AX25, SOCK_RAW, 0, EPERM",
      "v3_10, user, AF_AX25, SOCK_RAW, 0, OK",
      "v6_12, user, AF_APPLETALK, SOCK_RAW, 0, EPERM",
      "v3_10, user, AF_APPLETALK, SOCK_RAW, 0, OK",
      "v6_12, user, AF_APPLETALK, SOCK_STREAM, 0, ESOCKTNOSUPPORT",
      "v3_10, user, AF_IPX, SOCK_STREAM, 0, ESOCKTNOSUPPORT",
      "v6_12, user, AF_NETROM, SOCK_SEQPACKET, 1, ESOCKTNOSUPPORT",
      "v6_12, user, AF_ROSE, SOCK_DGRAM, 0, ESOCKTNOSUPPORT",
      "v3_10, user, AF_X25, SOCK_STREAM, 1, ESOCKTNOSUPPORT",
      "v3_10, user, AF_X25, SOCK_SEQPACKET, 1, EINVAL",
      "v6_12, user, AF_ATMPVC, SOCK_STREAM, 0, EINVAL",
      "v6_12, user, AF_ATMPVC, SOCK_RDM, 5, OK",
      "v6_12, user, AF_ATMSVC, SOCK_STREAM, 0, EINVAL",
      "v6_12, user, AF_RDS, SOCK_SEQPACKET, 1, ESOCKTNOSUPPORT",
      "v6_12, user, AF_LLC, SOCK_RAW, 0, EPERM",
      "v6_12, root, AF_LLC, SOCK_RAW, 0, ESOCKTNOSUPPORT",
      "v6_12, user, AF_RXRPC, SOCK_STREAM, 0, EPROTONOSUPPORT",
      "v6_12, user, AF_RXRPC, SOCK_STREAM, 2, ESOCKTNOSUPPORT",
      "v6_12, user, AF_RXRPC, SOCK_DGRAM, 10, OK",
      "v6_12, user, AF_VSOCK, SOCK_SEQPACKET, 0, OK",
      "v3_10, user, AF_VSOCK, SOCK_SEQPACKET, 0, ESOCKTNOSUPPORT",
      "v6_12, user, AF_VSOCK, SOCK_DGRAM, 0, ENODEV",
      "v6_12, user, AF_NETLINK, SOCK_RAW, NETLINK_XFRM, OK"})
  void shouldFailAtTheFirstCheckOfItsCode(String kernel, String uid, String family, String type, String protocol,
      String result) {
    KernelProfile loading = KernelProfile.of(kernel).withOption(KernelOption.MODPROBE, 1);
    Credentials credentials = uid.equals("root") ? Credentials.ROOT : Credentials.USER;
    int number = protocol.startsWith("0x") ? Integer.decode(protocol) : SocketNames.number(protocol);
    assertEquals(result, ask(loading, credentials, SocketNames.number(family), SocketNames.number(type), number));
  }

  @Test
  void shouldLetAGroupInTheRangeOpenAPingSocket() {
    KernelProfile profile = KernelProfile.of("v6_18").withOption(KernelOption.PING_GROUP_LOW, 100)
        .withOption(KernelOption.PING_GROUP_HIGH, 200);
    assertEquals("EACCES", ping(profile, 99, 201));
    assertEquals("OK", ping(profile, 100));
    assertEquals("OK", ping(profile, 99, 200));
    assertEquals("EACCES", ask(profile, Credentials.ROOT, AddressFamily.AF_INET6, SocketType.SOCK_DGRAM,
        IpProtocol.IPPROTO_ICMPV6));
  }

  @Test
  void shouldRefuseMptcpThatIsSwitchedOff() {
    KernelProfile profile = KernelProfile.of("v6_18").withOption(KernelOption.MPTCP_ENABLED, 0);
    assertEquals("ENOPROTOOPT", ask(profile, Credentials.USER, AddressFamily.AF_INET, SocketType.SOCK_STREAM,
        IpProtocol.IPPROTO_MPTCP));
  }

  @Test
  void shouldCreateWhatAModelDeclares() {
    FamilyDeclaration declared = new FamilyDeclaration("AF_X25", AddressFamily.AF_X25, 1).create("inet_create")
        .protosw(new Protosw(SocketType.SOCK_RDM, 200, 2).prot("my_prot").ops("my_ops").capability("CAP_NET_ADMIN"));
    KernelProfile profile = KernelProfile.of("v6_18").withFamily(declared, "my.sockmodel");
    SocketLayer layer = Families.boot(profile);
    Process root = new Process(layer, Credentials.ROOT);
    int fd = root.socket(AddressFamily.AF_X25, SocketType.SOCK_RDM, 0);
    assertEquals("my_prot", root.socket(fd).prot().symbol());
    assertEquals("protosw SOCK_RDM 200 at my.sockmodel:2", root.socket(fd).answer().declaration() + " at "
        + root.socket(fd).answer().location());
    assertEquals("EPERM", ask(profile, Credentials.USER, AddressFamily.AF_X25, SocketType.SOCK_RDM, 0));
  }

  private static String ping(KernelProfile profile, int egid, Integer... groups) {
    Credentials credentials = new Credentials(1000, egid, List.of(groups), Set.of());
    return ask(profile, credentials, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, IpProtocol.IPPROTO_ICMP);
  }

  private static String ask(KernelProfile profile, Credentials credentials, int family, int type, int protocol) {
    int fd = new Process(Families.boot(profile), credentials).socket(family, type, protocol);
    return SocketNames.errno(Math.max(0, -fd));
  }
}

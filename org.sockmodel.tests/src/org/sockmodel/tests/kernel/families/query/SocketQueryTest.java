package org.sockmodel.tests.kernel.families.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.kernel.families.query.SocketQuery;
import org.sockmodel.runtime.model.FamilyDeclaration;
import org.sockmodel.runtime.model.Protosw;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.SocketType;

class SocketQueryTest {

  private static final KernelProfile SMALL = KernelProfile.of("v6_18").withFamily(
      new FamilyDeclaration("AF_INET", AddressFamily.AF_INET, 4).create("inet_create")
          .protosw(new Protosw(SocketType.SOCK_STREAM, IpProtocol.IPPROTO_TCP, 5).prot("tcp_prot")
              .ops("inet_stream_ops").flag("PERMANENT"))
          .protosw(new Protosw(SocketType.SOCK_RAW, 0, 6).prot("raw_prot").ops("inet_sockraw_ops")
              .capability("CAP_NET_RAW")), "my.sockmodel");

  @Test
  void shouldAnswerWithTheErrno() {
    SocketQuery query = new SocketQuery(SMALL, Credentials.USER);
    assertEquals(0, query.errno(AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0));
    assertEquals(Errno.EPERM, query.errno(AddressFamily.AF_INET, SocketType.SOCK_RAW, 1));
  }

  @Test
  void shouldExplainAnAnswerFunctionByFunction() {
    String text = new SocketQuery(SMALL, Credentials.USER).explain(AddressFamily.AF_INET, SocketType.SOCK_STREAM,
        IpProtocol.IPPROTO_UDP);
    assertEquals("""
        socket(AF_INET, SOCK_STREAM, IPPROTO_UDP) on v6_18 as user: EPROTONOSUPPORT
        decided by inet_create: the type's list has an entry for the protocol (IPPROTO_UDP): no, EPROTONOSUPPORT \
        [family AF_INET = 2, my.sockmodel:4]

        __sys_socket
          - the type carries no flags but SOCK_NONBLOCK and SOCK_CLOEXEC (SOCK_STREAM): yes
          sock_create (inlined)
            __sock_create
              - the family is in 0..NPROTO-1 (AF_INET): yes [option NPROTO 46, v6_18.families:N]
              - the type is below SOCK_MAX (11) (SOCK_STREAM): yes
              security_socket_create
                - the security modules allow it: yes
              sock_alloc
                new_inode_pseudo
                  alloc_inode
                    sock_alloc_inode
                      - there is memory for the struct socket: yes
              - the family is registered in net_families (AF_INET): yes [family AF_INET = 2, my.sockmodel:4]
              - the family's module is not being unloaded (AF_INET): yes [family AF_INET = 2, my.sockmodel:4]
              inet_create
                - the protocol is in the family's range (IPPROTO_UDP): yes [option IPPROTO_MAX 263, v6_18.families:N]
                - the entry is for the protocol (IPPROTO_UDP): no [protosw SOCK_STREAM IPPROTO_TCP, my.sockmodel:5]
                - the type's list has an entry for the protocol (IPPROTO_UDP): no, EPROTONOSUPPORT \
        [family AF_INET = 2, my.sockmodel:4]
              sock_release (inlined)
                __sock_release
        """, withoutLines(text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "AF_INET|SOCK_RAW|1|decided by inet_create: the task has the capability (CAP_NET_RAW): no, EPERM"
          + " [protosw SOCK_RAW IPPROTO_IP, my.sockmodel:6]",
      "AF_INET|0x10|0|decided by __sys_socket: the type carries no flags but SOCK_NONBLOCK and SOCK_CLOEXEC (16): no,"
          + " EINVAL",
      "99|1|0|decided by __sock_create: the family is in 0..NPROTO-1 (99): no, EAFNOSUPPORT"
          + " [option NPROTO 46, v6_18.families:N]",
      "AF_VSOCK|2|0|decided by vsock_assign_transport: a transport for datagrams is registered: no, ENODEV"
          + " [protosw SOCK_DGRAM 0, v6_18.families:N]",
      "AF_INET|SOCK_STREAM|0|"})
  void shouldNameTheCheckThatDecides(String family, String type, String protocol, String decision) {
    String text = new SocketQuery(SMALL, Credentials.USER).explain(SocketNames.number(family),
        type.startsWith("0x") ? Integer.decode(type) : SocketNames.number(type), SocketNames.number(protocol));
    assertEquals(decision == null ? "" : decision, withoutLines(text).split("\n")[1]);
  }

  @Test
  void shouldNameAFamilyAsItsDeclarationDoes() {
    KernelProfile kernel = SMALL.withFamily(new FamilyDeclaration("AF_MINE", AddressFamily.AF_XDP, 7).absent(), "m");
    String text = new SocketQuery(kernel, Credentials.USER).explain(AddressFamily.AF_XDP, SocketType.SOCK_RAW, 0);
    assertTrue(text.startsWith("socket(AF_MINE, SOCK_RAW, 0) on v6_18 as user: EAFNOSUPPORT"), text);
    assertTrue(text.contains("registered in net_families (AF_MINE): no"), text);
  }

  @Test
  void shouldNotLetAnExplanationChangeLaterAnswers() {
    SocketQuery query = new SocketQuery(SMALL, Credentials.ROOT);
    String first = query.explain(AddressFamily.AF_INET, SocketType.SOCK_RAW, 1);
    assertTrue(first.contains("raw_sk_init"), first);
    assertEquals(0, query.errno(AddressFamily.AF_INET, SocketType.SOCK_RAW, 1));
    assertEquals(first, query.explain(AddressFamily.AF_INET, SocketType.SOCK_RAW, 1));
  }

  /** The shipped profile's lines may move. */
  private static String withoutLines(String text) {
    return text.replaceAll("v6_18\\.families:\\d+", "v6_18.families:N");
  }
}

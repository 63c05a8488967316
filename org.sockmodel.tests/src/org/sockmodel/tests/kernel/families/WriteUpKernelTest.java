package org.sockmodel.tests.kernel.families;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.kernel.families.CreationPath;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.InetProtosw;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.SockDefaults;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.SocketType;

/** Linux 3.10 as the write-up tells it. */
class WriteUpKernelTest {

  private final SocketLayer layer = Families.boot(KernelProfile.of("v3_10"));
  private final Process user = new Process(layer, Credentials.USER);

  @Test
  void shouldGoTheWriteUpsWay() {
    CreationPath path = new CreationPath();
    layer.trace(path);
    user.socket(AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0);
    List<String> entered = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      entered.add(path.symbol(i) + "<" + path.parent(i));
    }
    assertEquals(List.of("sys_socket<system_call_fastpath", "sock_create<sys_socket", "__sock_create<sock_create",
        "security_socket_create<__sock_create", "sock_alloc<__sock_create", "new_inode_pseudo<sock_alloc",
        "alloc_inode<new_inode_pseudo", "sock_alloc_inode<alloc_inode", "inet_create<__sock_create",
        "sk_alloc<inet_create", "sk_prot_alloc<sk_alloc", "sock_init_data<inet_create",
        "tcp_v4_init_sock<inet_create", "tcp_init_sock<tcp_v4_init_sock",
        "security_socket_post_create<__sock_create", "sock_map_fd<sys_socket", "get_unused_fd_flags<sock_map_fd",
        "sock_alloc_file<sock_map_fd", "fd_install<sock_map_fd"), entered);
  }

  @Test
  void shouldKeepTheInetswListsOfTheWriteUp() {
    assertEquals("tcp_prot/inet_stream_ops", entries(SocketType.SOCK_STREAM));
    assertEquals("udp_prot/inet_dgram_ops udplite_prot/inet_dgram_ops ping_prot/inet_sockraw_ops",
        entries(SocketType.SOCK_DGRAM));
    assertEquals("raw_prot/inet_sockraw_ops", entries(SocketType.SOCK_RAW));
    assertEquals("", entries(SocketType.SOCK_RDM) + entries(SocketType.SOCK_SEQPACKET)
        + entries(SocketType.SOCK_PACKET));
  }

  @Test
  void shouldSetWhatSockInitDataSets() {
    int fd = user.socket(AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0);
    SockDefaults defaults = user.socket(fd).defaults();
    assertEquals("sock_def_readable", defaults.dataReady());
    assertEquals("sock_def_wakeup", defaults.stateChange());
    assertEquals("sock_def_error_report", defaults.errorReport());
    assertEquals("sk_stream_write_space", defaults.writeSpace());
    assertEquals("inet_sock_destruct", defaults.destruct());
    assertEquals(SockDefaults.MAX_SCHEDULE_TIMEOUT, defaults.rcvtimeoJiffies());
    assertEquals(1, defaults.rcvlowatBytes());
    assertEquals(87380, defaults.rcvbufBytes());
    assertEquals(16384, defaults.sndbufBytes());
  }

  @ParameterizedTest
  @CsvSource({
      "AF_UNIX,      SOCK_STREAM,    0, OK",
      "AF_LOCAL,     SOCK_DGRAM,     0, OK",
      "AF_INET,      SOCK_STREAM,    IPPROTO_TCP, OK",
      "AF_INET,      SOCK_STREAM,    IPPROTO_UDP, EPROTONOSUPPORT",
      "AF_INET,      SOCK_STREAM,    IPPROTO_MPTCP, EINVAL",
      "AF_INET,      SOCK_STREAM,    256, EINVAL",
      "AF_INET,      SOCK_RDM,       0, ESOCKTNOSUPPORT",
      "AF_INET,      SOCK_SEQPACKET, 0, ESOCKTNOSUPPORT",
      "AF_INET,      SOCK_SEQPACKET, IPPROTO_SCTP, OK",
      "AF_INET,      SOCK_DCCP,      IPPROTO_DCCP, OK",
      "AF_INET,      SOCK_RAW,       1, EPERM",
      "AF_INET,      SOCK_PACKET,    0, EPERM",
      "AF_INET6,     SOCK_DGRAM,     IPPROTO_ICMPV6, EPROTONOSUPPORT",
      "AF_UNSPEC,    SOCK_STREAM,    0, EAFNOSUPPORT",
      "AF_BRIDGE,    SOCK_STREAM,    0, EAFNOSUPPORT",
      "AF_AX25,      SOCK_SEQPACKET, 0, OK",
      "AF_IPX,       SOCK_DGRAM,     0, OK",
      "AF_APPLETALK, SOCK_DGRAM,     0, OK",
      "AF_NETROM,    SOCK_SEQPACKET, 0, OK",
      "AF_ATMPVC,    SOCK_DGRAM,     0, OK",
      "AF_X25,       SOCK_SEQPACKET, 0, OK",
      "AF_KCM,       SOCK_DGRAM,     0, EAFNOSUPPORT"})
  void shouldAnswerByTheWriteUpsTables(String family, String type, String protocol, String result) {
    int fd = user.socket(SocketNames.number(family), SocketNames.number(type), SocketNames.number(protocol));
    assertEquals(result, SocketNames.errno(Math.max(0, -fd)));
  }

  @Test
  void shouldMakeAPairBeforeItsDescriptors() {
    Process full = new Process(Families.boot(KernelProfile.of("v3_10").withOption("RLIMIT_NOFILE", 0)),
        Credentials.USER);
    assertEquals(-Errno.EOPNOTSUPP, full.socketpair(AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0));
    assertEquals(-Errno.EMFILE, full.socketpair(AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0));
  }

  @Test
  void shouldCloseAPairWhoseDescriptorsCannotBeStored() {
    Process process = new Process(layer, Credentials.USER) {
      @Override
      public int putUser(int index, int fd) {
        return -Errno.EFAULT;
      }
    };
    assertEquals(-Errno.EFAULT, process.socketpair(AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0));
    assertEquals(0, process.descriptors().size());
    assertEquals(0, process.files().files());
  }

  private String entries(int type) {
    List<String> entries = new ArrayList<>();
    for (InetProtosw entry : layer.families().get(AddressFamily.AF_INET).inetsw().entries(type)) {
      entries.add(entry.prot().symbol() + "/" + entry.ops().symbol());
    }
    return String.join(" ", entries);
  }
}

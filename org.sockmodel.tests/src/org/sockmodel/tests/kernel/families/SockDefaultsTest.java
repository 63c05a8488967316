package org.sockmodel.tests.kernel.families;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.SockDefaults;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;

/** What a sock begins with. */
class SockDefaultsTest {

  @ParameterizedTest
  @CsvSource({
      "AF_INET,    SOCK_STREAM, 131072, 16384,  sk_stream_write_space, inet_sock_destruct",
      "AF_INET6,   SOCK_STREAM, 131072, 16384,  sk_stream_write_space, inet_sock_destruct",
      "AF_INET,    SOCK_DGRAM,  212992, 212992, sock_def_write_space,  udp_destruct_sock",
      "AF_UNIX,    SOCK_STREAM, 212992, 212992, unix_write_space,      unix_sock_destructor",
      "AF_NETLINK, SOCK_RAW,    212992, 212992, sock_def_write_space,  netlink_sock_destruct",
      "AF_PACKET,  SOCK_RAW,    212992, 212992, sock_def_write_space,  packet_sock_destruct"})
  void shouldComeFromSockInitDataAndTheProtocol(String family, String type, int rcvbuf, int sndbuf, String writeSpace,
      String destruct) {
    SockDefaults defaults = defaults(KernelProfile.of("v6_18"), family, type);
    assertEquals(rcvbuf, defaults.rcvbufBytes());
    assertEquals(sndbuf, defaults.sndbufBytes());
    assertEquals(writeSpace, defaults.writeSpace());
    assertEquals(destruct, defaults.destruct());
    assertEquals("sock_def_readable", defaults.dataReady());
    assertEquals(SockDefaults.MAX_SCHEDULE_TIMEOUT, defaults.rcvtimeoJiffies());
    assertEquals(SockDefaults.MAX_SCHEDULE_TIMEOUT, defaults.sndtimeoJiffies());
    assertEquals(1, defaults.rcvlowatBytes());
  }

  @Test
  void shouldFollowTheSysctls() {
    KernelProfile profile = KernelProfile.of("v6_18").withOption("rmem_default", 1000).withOption("wmem_default", 2000)
        .withOption("tcp_rmem_default", 3000).withOption("tcp_wmem_default", 4000).withOption("busy_read", 50)
        .withOption("max_dgram_qlen", 512);
    SockDefaults udp = defaults(profile, "AF_INET", "SOCK_DGRAM");
    assertEquals("1000 2000 50", udp.rcvbufBytes() + " " + udp.sndbufBytes() + " " + udp.busyReadUsecs());
    SockDefaults tcp = defaults(profile, "AF_INET", "SOCK_STREAM");
    assertEquals("3000 4000 50", tcp.rcvbufBytes() + " " + tcp.sndbufBytes() + " " + tcp.busyReadUsecs());
    assertEquals(512, defaults(profile, "AF_UNIX", "SOCK_DGRAM").maxAckBacklog());
    assertEquals(0, udp.maxAckBacklog());
  }

  private static SockDefaults defaults(KernelProfile profile, String family, String type) {
    Process process = new Process(Families.boot(profile), Credentials.ROOT);
    return process.socket(process.socket(SocketNames.number(family), SocketNames.number(type), 0)).defaults();
  }
}

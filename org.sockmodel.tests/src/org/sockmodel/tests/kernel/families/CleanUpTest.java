package org.sockmodel.tests.kernel.families;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.KernelModule;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.Socket;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.SocketSecurity;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.DeclaredFamily;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.model.Protosw;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.SocketType;

/** What is left of a creation that fails: nothing, given back in the kernel's order. */
class CleanUpTest {

  private static final String NOTHING = "0 sockets, 0 socks, 0 files, 0 descriptors";

  @ParameterizedTest
  @CsvSource({
      "v6_18, 0, ENFILE, no socket",
      "v6_18, 1, ENOMEM, +socket no sk -socket",
      "v6_18, 2, EMFILE, +socket +sk no fd -sk -socket",
      "v6_18, 3, ENFILE, +socket +sk +fd no file -sk -socket -fd",
      "v3_10, 0, ENFILE, no socket",
      "v3_10, 1, ENOBUFS, +socket no sk -socket",
      "v3_10, 2, EMFILE, +socket +sk no fd -sk -socket",
      "v3_10, 3, ENFILE, +socket +sk +fd no file -fd -sk -socket"})
  void shouldGiveBackInTheKernelsOrder(String kernel, int failing, String errno, String log) {
    ShortOfMemory process = new ShortOfMemory(Families.boot(KernelProfile.of(kernel)), failing);
    int result = process.socket(AddressFamily.AF_INET, SocketType.SOCK_STREAM, 0);
    assertEquals(errno, SocketNames.errno(-result));
    assertEquals(log, String.join(" ", process.log()));
    assertEquals(NOTHING, process.held());
  }

  @ParameterizedTest
  @CsvSource({
      "v6_18, 0, EMFILE, no fd",
      "v6_18, 1, EMFILE, +fd no fd -fd",
      "v6_18, 2, ENFILE, +fd +fd no socket -fd -fd",
      "v6_18, 5, ENOMEM, +fd +fd +socket +sk +socket no sk -socket -sk -socket -fd -fd",
      "v6_18, 6, ENFILE, +fd +fd +socket +sk +socket +sk no file -sk -socket -sk -socket -fd -fd",
      "v6_18, 7, ENFILE, +fd +fd +socket +sk +socket +sk +file no file -sk -socket -sk -socket -file -fd -fd",
      "v3_10, 0, ENFILE, no socket",
      "v3_10, 4, EMFILE, +socket +sk +socket +sk no fd -sk -socket -sk -socket",
      "v3_10, 5, EMFILE, +socket +sk +socket +sk +fd no fd -fd -sk -socket -sk -socket",
      "v3_10, 6, ENFILE, +socket +sk +socket +sk +fd +fd no file -fd -fd -sk -socket -sk -socket",
      "v3_10, 7, ENFILE, +socket +sk +socket +sk +fd +fd +file no file -sk -socket -file -fd -fd -sk -socket"})
  void shouldGiveBackBothOfAPair(String kernel, int failing, String errno, String log) {
    ShortOfMemory process = new ShortOfMemory(Families.boot(KernelProfile.of(kernel)), failing);
    int result = process.socketpair(AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0);
    assertEquals(errno, SocketNames.errno(-result));
    assertEquals(log, String.join(" ", process.log()));
    assertEquals(NOTHING, process.held());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3_10", "v6_1", "v6_12", "v6_18"})
  void shouldLeaveNothingWhateverFailsInWhateverFamily(String kernel) {
    KernelProfile profile = KernelProfile.of(kernel).withOption("modprobe", 1);
    int created = 0;
    for (DeclaredFamily family : profile.families()) {
      for (Protosw entry : family.family().protosws()) {
        created += failEachAllocation(profile, family.family().number(), entry);
      }
    }
    assertTrue(created > 30, "sockets of every declared entry: " + created);
  }

  /** 1 if the entry's socket can be made once nothing fails. */
  private static int failEachAllocation(KernelProfile profile, int family, Protosw entry) {
    int protocol = entry.protocol() == 0 && entry.capability().equals("CAP_NET_RAW") ? 1 : entry.protocol();
    protocol = family == AddressFamily.AF_PACKET || family == AddressFamily.AF_XDP ? 0 : protocol;
    for (int failing = 0; failing < 100; failing++) {
      SocketLayer layer = Families.boot(profile);
      ShortOfMemory process = new ShortOfMemory(layer, failing);
      int result = process.socket(family, entry.type(), protocol);
      String what = profile.name() + " family " + family + " type " + entry.type() + " allocation " + failing;
      if (result >= 0) {
        assertEquals(0, process.close(result));
      }
      assertEquals(NOTHING, process.held(), what);
      for (KernelModule module : layer.modules().all()) {
        assertEquals(0, module.references(), what + " module " + module.name());
      }
      if (String.join(" ", process.log()).indexOf("no ") < 0) {
        return result >= 0 ? 1 : 0;
      }
    }
    throw new AssertionError("never stopped failing");
  }

  @Test
  void shouldReleaseTheFamilysPartIfASecurityModuleRefusesTheNewSocket() {
    SocketLayer layer = Families.boot(KernelProfile.of("v3_10"), new SocketSecurity() {
      @Override
      public int socketPostCreate(Socket socket, int family, int type, int protocol, boolean kern) {
        return -Errno.EACCES;
      }
    });
    ShortOfMemory process = new ShortOfMemory(layer, -1);
    assertEquals(-Errno.EACCES, process.socket(AddressFamily.AF_X25, SocketType.SOCK_SEQPACKET, 0));
    assertEquals(List.of("+socket", "+sk", "-sk", "-socket"), process.log());
    assertEquals(0, layer.modules().module("x25").references());
  }

  @Test
  void shouldAskTheSecurityModulesBeforeAnythingIsAllocated() {
    SocketLayer layer = Families.boot(KernelProfile.of("v6_18"), new SocketSecurity() {
      @Override
      public int socketCreate(int family, int type, int protocol, boolean kern) {
        return family == AddressFamily.AF_PACKET ? -Errno.EACCES : 0;
      }
    });
    ShortOfMemory process = new ShortOfMemory(layer, -1);
    assertEquals(-Errno.EACCES, process.socket(AddressFamily.AF_PACKET, SocketType.SOCK_RAW, 0));
    assertEquals(-Errno.EACCES, process.socket(AddressFamily.AF_INET, SocketType.SOCK_PACKET, 0));
    assertEquals(List.of(), process.log());
  }

  @Test
  void shouldFreeTheSockIfACgroupRefusesIt() {
    SocketLayer layer = Families.boot(KernelProfile.of("v6_18"), new SocketSecurity() {
      @Override
      public int inetSock(Socket socket) {
        return -Errno.EPERM;
      }
    });
    ShortOfMemory process = new ShortOfMemory(layer, -1);
    assertEquals(-Errno.EPERM, process.socket(AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0));
    assertEquals(List.of("+socket", "+sk", "-sk", "-socket"), process.log());
  }

  @Test
  void shouldFreeTheFirstSubflowWithItsMptcpSocket() {
    ShortOfMemory process = new ShortOfMemory(Families.boot(KernelProfile.of("v6_1")), -1);
    int fd = process.socket(AddressFamily.AF_INET, SocketType.SOCK_STREAM, IpProtocol.IPPROTO_MPTCP);
    assertEquals("2 sockets, 2 socks, 1 files, 1 descriptors", process.held());
    process.log().clear();
    process.close(fd);
    assertEquals(List.of("-sk", "-socket", "-sk", "-socket", "-file"), process.log());
    assertEquals(NOTHING, process.held());
  }

  @Test
  void shouldCountUnixSocketsAgainstTwiceFileMax() {
    KernelProfile profile = KernelProfile.of("v6_18").withOption("file_max", 1);
    SocketLayer layer = Families.boot(profile);
    Process root = new Process(layer, Credentials.ROOT);
    assertEquals(0, root.socket(AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0));
    assertEquals(1, root.socket(AddressFamily.AF_UNIX, SocketType.SOCK_DGRAM, 0));
    assertEquals(-Errno.ENFILE, root.socket(AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0));
    root.close(0);
    assertEquals(0, root.socket(AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0));
    Process old = new Process(Families.boot(KernelProfile.of("v3_10").withOption("file_max", 0)), Credentials.ROOT);
    assertEquals(-Errno.ENOMEM, old.socket(AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0));
  }
}

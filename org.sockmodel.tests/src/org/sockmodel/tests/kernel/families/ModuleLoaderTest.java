package org.sockmodel.tests.kernel.families;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.KernelModule;
import org.sockmodel.runtime.kernel.families.KernelModule.State;
import org.sockmodel.runtime.kernel.families.ModuleLoader;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.KernelOption;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.SocketType;

/** Modules: loaded on demand, held by sockets, refused while they go. */
class ModuleLoaderTest {

  private static final int X25 = AddressFamily.AF_X25;
  private static final int SEQPACKET = SocketType.SOCK_SEQPACKET;

  @Test
  void shouldLoadAFamilyThatIsAskedFor() {
    SocketLayer layer = Families.boot(KernelProfile.of("v3_10"));
    assertEquals(State.UNLOADED, layer.modules().module("x25").state());
    assertEquals(0, new Process(layer, Credentials.USER).socket(X25, SEQPACKET, 0));
    assertEquals(State.LIVE, layer.modules().module("x25").state());
  }

  @Test
  void shouldLoadNothingWithoutModprobe() {
    SocketLayer layer = Families.boot(KernelProfile.of("v3_10").withOption(KernelOption.MODPROBE, 0));
    Process process = new Process(layer, Credentials.USER);
    assertEquals(-Errno.EAFNOSUPPORT, process.socket(X25, SEQPACKET, 0));
    layer.modules().modprobe("x25");
    assertEquals(0, process.socket(X25, SEQPACKET, 0));
  }

  @Test
  void shouldLoadNothingIntoAKernelWithoutModules() {
    KernelProfile profile = KernelProfile.of("v3_10").withOption(KernelOption.CONFIG_MODULES, 0);
    Process process = new Process(Families.boot(profile), Credentials.USER);
    assertEquals(-Errno.EAFNOSUPPORT, process.socket(X25, SEQPACKET, 0));
    assertEquals(-Errno.ESOCKTNOSUPPORT, process.socket(AddressFamily.AF_INET, SEQPACKET, IpProtocol.IPPROTO_SCTP));
  }

  @Test
  void shouldLoadAProtocolWithAllThatItsModuleRegisters() {
    SocketLayer layer = Families.boot(KernelProfile.of("v3_10"));
    Process process = new Process(layer, Credentials.USER);
    assertEquals(0, process.socket(AddressFamily.AF_INET, SEQPACKET, IpProtocol.IPPROTO_SCTP));
    assertEquals(1, layer.families().get(AddressFamily.AF_INET).inetsw().size(SEQPACKET));
    assertEquals(1, layer.families().get(AddressFamily.AF_INET6).inetsw().size(SEQPACKET));
    assertEquals(2, layer.families().get(AddressFamily.AF_INET).inetsw().size(SocketType.SOCK_STREAM));
  }

  @Test
  void shouldLoadAFamilysProtocolByItsNumber() {
    SocketLayer layer = Families.boot(KernelProfile.of("v3_10"));
    Process process = new Process(layer, Credentials.USER);
    assertEquals(-Errno.EPROTOTYPE, process.socket(AddressFamily.AF_CAN, SocketType.SOCK_DGRAM, 1));
    assertEquals(0, process.socket(AddressFamily.AF_CAN, SocketType.SOCK_RAW, 1));
    assertEquals(State.LIVE, layer.modules().module("can").state());
    assertEquals(State.LIVE, layer.modules().module("can_raw").state());
    assertEquals(State.UNLOADED, layer.modules().module("can_bcm").state());
  }

  @Test
  void shouldHoldTheModuleOfASocketUntilItIsClosed() {
    SocketLayer layer = Families.boot(KernelProfile.of("v3_10"));
    KernelModule x25 = layer.modules().module("x25");
    Process process = new Process(layer, Credentials.USER);
    int first = process.socket(X25, SEQPACKET, 0);
    int second = process.socket(X25, SEQPACKET, 0);
    assertEquals(2, x25.references());
    assertEquals(-Errno.EINVAL, process.socket(X25, SEQPACKET, 7));
    assertEquals(2, x25.references());
    process.close(first);
    process.close(second);
    assertEquals(0, x25.references());
  }

  @Test
  void shouldRefuseAFamilyWhoseModuleGoes() {
    SocketLayer layer = Families.boot(KernelProfile.of("v3_10"));
    KernelModule x25 = layer.modules().module("x25");
    Process process = new Process(layer, Credentials.USER);
    int fd = process.socket(X25, SEQPACKET, 0);
    x25.going();
    assertEquals(-Errno.EAFNOSUPPORT, process.socket(X25, SEQPACKET, 0));
    assertEquals(1, x25.references());
    process.close(fd);
    assertEquals(0, x25.references());
  }

  @Test
  void shouldRefuseASocketWhoseOperationsModuleGoes() {
    SocketLayer layer = Families.boot(KernelProfile.of("v3_10"));
    Process process = new Process(layer, Credentials.USER);
    process.close(process.socket(AddressFamily.AF_INET, SEQPACKET, IpProtocol.IPPROTO_SCTP));
    layer.modules().module("sctp").going();
    assertEquals(-Errno.EAFNOSUPPORT, process.socket(AddressFamily.AF_INET, SEQPACKET, IpProtocol.IPPROTO_SCTP));
    assertEquals(0, layer.modules().module("sctp").references());
  }

  @Test
  void shouldFindADatagramTransportOnlyOnceItsModuleIsThere() {
    SocketLayer layer = Families.boot(KernelProfile.of("v6_18"));
    Process process = new Process(layer, Credentials.USER);
    assertEquals(-Errno.ENODEV, process.socket(AddressFamily.AF_VSOCK, SocketType.SOCK_DGRAM, 0));
    layer.modules().modprobe("vmw_vsock_vmci_transport");
    assertEquals(0, process.socket(AddressFamily.AF_VSOCK, SocketType.SOCK_DGRAM, 0));
  }

  @Test
  void shouldNeverUnloadWhatIsBuiltIn() {
    assertThrows(IllegalStateException.class, KernelModule.BUILTIN::going);
  }

  @Test
  void shouldNameTheAliasThatWasAskedFor() {
    SocketLayer layer = Families.boot(KernelProfile.of("v6_12"));
    AliasLog log = new AliasLog();
    layer.trace(log);
    new Process(layer, Credentials.USER).socket(AddressFamily.AF_INET, SEQPACKET, IpProtocol.IPPROTO_SCTP);
    new Process(layer, Credentials.USER).socket(X25, SEQPACKET, 0);
    assertEquals("[no net-pf-2-proto-132-type-5, no net-pf-2-proto-132, no net-pf-9]", log.aliases().toString());
    assertEquals("net-pf-16-proto-6", ModuleLoader.alias(16 | 7L << 16));
  }

  @Test
  void shouldAskForAProtocolOfAnyTypeIfItIsNotThereWithTheType() {
    SocketLayer layer = Families.boot(KernelProfile.of("v3_10"));
    AliasLog log = new AliasLog();
    layer.trace(log);
    int fd = new Process(layer, Credentials.USER).socket(AddressFamily.AF_INET, SocketType.SOCK_STREAM,
        IpProtocol.IPPROTO_DCCP);
    assertEquals(-Errno.EPROTONOSUPPORT, fd);
    assertEquals("[no net-pf-2-proto-33-type-1, net-pf-2-proto-33]", log.aliases().toString());
  }

  @Test
  void shouldRefuseANetlinkUnitWhoseModuleGoes() {
    SocketLayer layer = Families.boot(KernelProfile.of("v3_10"));
    Process process = new Process(layer, Credentials.USER);
    assertEquals(0, process.socket(AddressFamily.AF_NETLINK, SocketType.SOCK_RAW, 6));
    layer.modules().module("xfrm_user").going();
    assertEquals(-Errno.EPROTONOSUPPORT, process.socket(AddressFamily.AF_NETLINK, SocketType.SOCK_RAW, 6));
    assertEquals(1, layer.modules().module("xfrm_user").references());
  }
}

package org.sockmodel.tests.kernel.families;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.InetProtosw;
import org.sockmodel.runtime.kernel.families.InetSw;
import org.sockmodel.runtime.kernel.families.KernelModule;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.Proto;
import org.sockmodel.runtime.kernel.families.ProtoOps;
import org.sockmodel.runtime.kernel.families.SockDefaults;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.DeclaredFamily;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.model.FamilyDeclaration;
import org.sockmodel.runtime.model.Protosw;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.SocketType;

/** The rules of {@code inet_register_protosw} and of the look-up. */
class InetSwTest {

  private static final DeclaredFamily INET = new DeclaredFamily(new FamilyDeclaration("AF_INET", 2, 1), "");
  private static final SockDefaults DEFAULTS = SockDefaults.sockInitData(1, 1, 0);

  private final InetSw inetsw = new InetSw();

  @Test
  void shouldPutANewEntryBehindThePermanentOnes() {
    inetsw.register(stream("tcp", 6, "PERMANENT"));
    inetsw.register(stream("first", 200));
    inetsw.register(stream("second", 201));
    inetsw.register(stream("third", 202, "PERMANENT"));
    assertEquals(List.of("tcp", "third", "second", "first"), prots());
  }

  @Test
  void shouldRefuseToOverrideAPermanentEntry() {
    inetsw.register(stream("tcp", 6, "PERMANENT"));
    assertEquals(-Errno.EPERM, inetsw.register(stream("other", 6)));
    assertEquals(-Errno.EPERM, inetsw.register(stream("other", 6, "PERMANENT")));
    assertEquals(List.of("tcp"), prots());
  }

  @Test
  void shouldLetAnEntryOverrideOneThatIsNotPermanentUntilItGoes() {
    InetProtosw later = stream("later", 200);
    inetsw.register(stream("earlier", 200));
    assertEquals(0, inetsw.register(later));
    assertEquals("later", inetsw.withProtocol(200).prot().symbol());
    assertEquals(0, inetsw.unregister(later));
    assertEquals("earlier", inetsw.withProtocol(200).prot().symbol());
  }

  @Test
  void shouldRefuseToUnregisterAPermanentEntry() {
    InetProtosw tcp = stream("tcp", 6, "PERMANENT");
    inetsw.register(tcp);
    assertEquals(-Errno.EPERM, inetsw.unregister(tcp));
    assertEquals(List.of("tcp"), prots());
  }

  @Test
  void shouldRefuseATypeBeyondSockMax() {
    assertEquals(-Errno.EINVAL, inetsw.register(entry("x", new Protosw(SocketLayer.SOCK_MAX, 6, 1))));
    assertEquals(-Errno.EINVAL, inetsw.register(entry("x", new Protosw(-1, 6, 1))));
  }

  @Test
  void shouldTakeTheFirstEntryForProtocolZero() {
    SocketLayer layer = Families.boot(KernelProfile.of("v6_18"));
    InetSw inet = layer.families().get(AddressFamily.AF_INET).inetsw();
    assertEquals(IpProtocol.IPPROTO_TCP, protocolOf(layer, SocketType.SOCK_STREAM, 0));
    inet.register(entry("mine", new Protosw(SocketType.SOCK_SEQPACKET, 200, 1)));
    inet.register(entry("newer", new Protosw(SocketType.SOCK_SEQPACKET, 201, 1)));
    assertEquals(201, protocolOf(layer, SocketType.SOCK_SEQPACKET, 0));
    assertEquals(200, protocolOf(layer, SocketType.SOCK_SEQPACKET, 200));
  }

  @Test
  void shouldLetAWildEntryTakeAnyProtocolButNotZero() {
    SocketLayer layer = Families.boot(KernelProfile.of("v6_18"));
    assertEquals(89, protocolOf(layer, SocketType.SOCK_RAW, 89));
    assertEquals(-Errno.EPROTONOSUPPORT, protocolOf(layer, SocketType.SOCK_RAW, 0));
  }

  @Test
  void shouldPreferAnExactEntryOnlyIfItStandsBeforeTheWildOne() {
    SocketLayer layer = Families.boot(KernelProfile.of("v6_18"));
    InetSw inet = layer.families().get(AddressFamily.AF_INET).inetsw();
    inet.register(entry("mine", new Protosw(SocketType.SOCK_RAW, 200, 1)));
    Process process = new Process(layer, Credentials.ROOT);
    int fd = process.socket(AddressFamily.AF_INET, SocketType.SOCK_RAW, 200);
    assertEquals("mine", process.socket(fd).prot().symbol());
    fd = process.socket(AddressFamily.AF_INET, SocketType.SOCK_RAW, 201);
    assertEquals("raw_prot", process.socket(fd).prot().symbol());
  }

  private static int protocolOf(SocketLayer layer, int type, int protocol) {
    Process process = new Process(layer, Credentials.ROOT);
    int fd = process.socket(AddressFamily.AF_INET, type, protocol);
    return fd < 0 ? fd : process.socket(fd).protocol();
  }

  private List<String> prots() {
    return inetsw.entries(SocketType.SOCK_STREAM).stream().map(entry -> entry.prot().symbol()).toList();
  }

  private static InetProtosw stream(String prot, int protocol, String... flags) {
    Protosw declared = new Protosw(SocketType.SOCK_STREAM, protocol, 1);
    List.of(flags).forEach(declared::flag);
    return entry(prot, declared);
  }

  private static InetProtosw entry(String prot, Protosw declared) {
    return new InetProtosw(INET, declared, Proto.plain(prot, prot, DEFAULTS),
        new ProtoOps("ops", "inet_release", ProtoOps.NO_SOCKETPAIR), KernelModule.BUILTIN);
  }
}

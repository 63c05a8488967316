package org.sockmodel.tests.kernel.families;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.kernel.families.Creation;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.KernelModule;
import org.sockmodel.runtime.kernel.families.NetFamilies;
import org.sockmodel.runtime.kernel.families.NetProtoFamily;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.Socket;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.DeclaredFamily;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.model.FamilyDeclaration;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.SocketType;

/** {@code sock_register} and {@code sock_unregister}. */
class NetFamiliesTest {

  private final SocketLayer layer = Families.boot(KernelProfile.of("v6_18"));
  private final NetFamilies families = layer.families();
  private final Process process = new Process(layer, Credentials.ROOT);

  @Test
  void shouldRefuseANumberThatIsTaken() {
    assertEquals(-Errno.EEXIST, families.register(new Refusing(AddressFamily.AF_INET)));
  }

  @Test
  void shouldRefuseANumberOutOfRange() {
    assertEquals(-Errno.ENOBUFS, families.register(new Refusing(families.nproto())));
    assertEquals(-Errno.ENOBUFS, families.register(new Refusing(-1)));
  }

  @Test
  void shouldAskARegisteredFamily() {
    assertEquals(0, families.register(new Refusing(AddressFamily.AF_IPX)));
    assertEquals(-Errno.ENODEV, process.socket(AddressFamily.AF_IPX, SocketType.SOCK_DGRAM, 0));
  }

  @Test
  void shouldKnowAFamilyNoMoreOnceItIsUnregistered() {
    int fd = process.socket(AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0);
    families.unregister(AddressFamily.AF_UNIX);
    assertNull(families.get(AddressFamily.AF_UNIX));
    assertEquals(-Errno.EAFNOSUPPORT, process.socket(AddressFamily.AF_UNIX, SocketType.SOCK_STREAM, 0));
    assertEquals(0, process.close(fd), "a socket that was there stays until it is closed");
    assertEquals(0, families.register(new Refusing(AddressFamily.AF_UNIX)));
  }

  /** A family whose create function always fails. */
  private static final class Refusing extends NetProtoFamily {

    Refusing(int number) {
      super(new DeclaredFamily(new FamilyDeclaration("AF_TEST", number, 1).create("test_create"), ""),
          KernelModule.BUILTIN);
    }

    @Override
    public int create(Creation creation, Socket socket) {
      return -Errno.ENODEV;
    }

    @Override
    public void release(Creation creation, Socket socket) {
      throw new AssertionError("nothing was created");
    }
  }
}

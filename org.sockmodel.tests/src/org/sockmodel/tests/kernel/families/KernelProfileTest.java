package org.sockmodel.tests.kernel.families;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.DeclaredFamily;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.KernelVersion;
import org.sockmodel.runtime.model.FamilyDeclaration;
import org.sockmodel.runtime.model.FamilyDeclaration.ModuleState;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.uapi.AddressFamily;

class KernelProfileTest {

  private static final String HEAD = "kernel test\nversion 6.18\n";

  @ParameterizedTest
  @CsvSource({"v3_10, 39", "v6_1, 46", "v6_12, 46", "v6_18, 46"}) // 3.10 has no names for 27 and 28
  void shouldDeclareEveryFamilyOfItsKernelOnceAndBoot(String kernel, int families) {
    KernelProfile profile = KernelProfile.of(kernel);
    Set<Integer> numbers = new HashSet<>();
    for (DeclaredFamily declared : profile.families()) {
      assertTrue(numbers.add(declared.family().number()), declared.declaration() + " twice");
      assertEquals(AddressFamily.numbers().get(declared.family().name()), declared.family().number());
    }
    assertEquals(families, numbers.size());
    Families.boot(profile);
  }

  @Test
  void shouldReadADeclarationWithItsPlace() {
    KernelProfile profile = KernelProfile.read("x.families", HEAD + "option NPROTO 46 # families\n"
        + "family AF_X = 3 { module mod_x create x_create\n"
        + "  protosw SOCK_RAW IPPROTO_TCP { prot p  ops o  flags PERMANENT ICSK  capability CAP_NET_RAW  module m }"
        + " }\n");
    DeclaredFamily declared = profile.families().get(0);
    FamilyDeclaration family = declared.family();
    assertEquals("family AF_X = 3 module mod_x, x.families:4", declared.declaration() + ", " + declared.location());
    assertEquals(ModuleState.MODULE, family.state());
    assertEquals("x_create", family.create());
    assertEquals("3 6 p o [PERMANENT, ICSK] CAP_NET_RAW m 5", family.protosws().get(0).type() + " "
        + family.protosws().get(0).protocol() + " " + family.protosws().get(0).prot() + " "
        + family.protosws().get(0).ops() + " " + family.protosws().get(0).flags() + " "
        + family.protosws().get(0).capability() + " " + family.protosws().get(0).module() + " "
        + family.protosws().get(0).line());
    assertEquals("x.families:3", profile.option("NPROTO").location());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "familiy AF_X = 3 { }|x.families:3: expected kernel, version, inlined, option or family, found familiy",
      "family AF_X 3 { }|x.families:3: expected =, found 3",
      "family AF_X = three { }|x.families:3: expected a number, found three",
      "family AF_X = 3 { buildin }|x.families:3: expected create, builtin, absent, module, protosw or }, found buildin",
      "family AF_X = 3 { protosw SOCK_X 0 { } }"
          + "|x.families:3: expected a number or the name of a type or a protocol, found SOCK_X",
      "family AF_X = 3 { protosw 1 0 { port p } }"
          + "|x.families:3: expected prot, ops, flags, capability, module or }, found port",
      "family AF_X = 3 {|x.families: the text ends in the middle of a declaration",
      "option NPROTO x|x.families:3: expected a number, found x"})
  void shouldSayWhereATextIsWrong(String text, String message) {
    assertEquals(message, assertThrows(IllegalArgumentException.class,
        () -> KernelProfile.read("x.families", HEAD + text)).getMessage());
  }

  @Test
  void shouldAskForNameAndVersion() {
    assertEquals("x.families: the kernel's name or version is missing",
        assertThrows(IllegalArgumentException.class, () -> KernelProfile.read("x.families", "")).getMessage());
  }

  @Test
  void shouldNameTheKernelsThereAre() {
    assertEquals("no kernel v7_0; there are v3_10, v6_1, v6_12, v6_18",
        assertThrows(IllegalArgumentException.class, () -> KernelProfile.of("v7_0")).getMessage());
  }

  @Test
  void shouldTakeWhatAMachineDeclares() {
    FamilyDeclaration inet = new FamilyDeclaration("AF_INET", AddressFamily.AF_INET, 7).absent();
    MachineDeclaration machine = new MachineDeclaration("host", 1).sysctl("rmem_default", 5).family(inet);
    KernelProfile profile = KernelProfile.of("v6_18").with(machine, "my.sockmodel");
    assertEquals(5, profile.value("rmem_default"));
    assertEquals(KernelProfile.of("v6_18").families().size(), profile.families().size());
    DeclaredFamily declared = profile.families().get(profile.families().size() - 1);
    assertEquals("family AF_INET = 2 absent, my.sockmodel:7", declared.declaration() + ", " + declared.location());
  }

  @Test
  void shouldSayWhichDeclarationContradictsTheKernel() {
    KernelProfile kernel = KernelProfile.of("v6_18");
    FamilyDeclaration big = new FamilyDeclaration("AF_BIG", 46, 3).create("inet_create");
    assertEquals("m.sockmodel:3: AF_BIG = 46 is not in 0..45", boot(kernel.withFamily(big, "m.sockmodel")));
    FamilyDeclaration strange = new FamilyDeclaration("AF_IPX", 4, 3).create("strange_create");
    String message = boot(kernel.withFamily(strange, "m.sockmodel"));
    assertTrue(message.startsWith("m.sockmodel:3: no create function strange_create; there are alg_create, "), message);
    assertTrue(message.contains("inet_create"), message);
    String twice = HEAD + "option NPROTO 46\noption CONFIG_MODULES 0\noption modprobe 0\noption RLIMIT_NOFILE 9\n"
        + "option file_max 9\noption rmem_default 1\noption wmem_default 1\noption busy_read 0\n"
        + "option tcp_rmem_default 1\noption tcp_wmem_default 1\noption max_dgram_qlen 1\noption CAN_NPROTO 8\n"
        + "option IPPROTO_MAX 263\noption modprobe_path 0\n"
        + "family AF_INET = 2 { create inet_create protosw 1 6 { flags PERMANENT }\n  protosw 1 6 { } }\n";
    assertEquals("x.families:18: protosw SOCK_STREAM IPPROTO_TCP would override a permanent entry",
        boot(KernelProfile.read("x.families", twice)));
    assertEquals("x.families:19: family 2 is declared twice", boot(KernelProfile.read("x.families",
        twice.replace("  protosw 1 6 { } }", "}") + "family AF_MY = 2 { create inet_create }")));
  }

  @Test
  void shouldCompareVersions() {
    assertTrue(KernelVersion.of("6.12").since(6, 4));
    assertTrue(KernelVersion.of("6.12").since(6, 12));
    assertFalse(KernelVersion.of("6.12").since(6, 18));
    assertTrue(KernelVersion.of("6.1").since(4, 16));
    assertFalse(KernelVersion.of("3.10").since(4, 1));
  }

  private static String boot(KernelProfile profile) {
    return assertThrows(IllegalArgumentException.class, () -> Families.boot(profile)).getMessage();
  }
}

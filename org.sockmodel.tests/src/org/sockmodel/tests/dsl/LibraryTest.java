package org.sockmodel.tests.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmodel.dsl.compile.StandaloneLanguage;
import org.sockmodel.runtime.kernel.families.profile.DeclaredFamily;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.model.FamilyDeclaration;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.Protosw;

/** The library in the language declares what the runtime's profiles, which are held against real kernels, have. */
class LibraryTest {

  @ParameterizedTest
  @MethodSource("kernels")
  void shouldDeclareTheFamiliesOfEachKernelsProfile(String kernel) {
    ModelText model = ModelText.of("model m  machine host { cpus 1  kernel linux." + kernel + " }");
    assertEquals(List.of(), model.issues());
    MachineDeclaration machine = new StandaloneLanguage().compiler().compile(model.model()).machines().get(0);
    assertEquals(
        KernelProfile.of(kernel).families().stream().map(DeclaredFamily::family).map(LibraryTest::text).toList(),
        machine.families().stream().map(LibraryTest::text).toList());
  }

  static Stream<String> kernels() {
    return MachineDeclaration.KERNELS.stream();
  }

  private static String text(FamilyDeclaration family) {
    return family.name() + "=" + family.number() + " " + family.create() + " " + family.state() + " "
        + family.module() + " " + family.protosws().stream().map(LibraryTest::text).toList();
  }

  private static String text(Protosw protosw) {
    return protosw.type() + "/" + protosw.protocol() + " " + protosw.prot() + " " + protosw.ops() + " "
        + protosw.flags() + " " + protosw.capability() + " " + protosw.module();
  }
}

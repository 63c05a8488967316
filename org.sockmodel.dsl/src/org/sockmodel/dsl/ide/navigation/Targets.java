package org.sockmodel.dsl.ide.navigation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.ide.word.Word;
import org.sockmodel.dsl.library.Families;
import org.sockmodel.dsl.library.ImportedModels;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.dsl.naming.Networks;
import org.sockmodel.dsl.sockModel.Family;
import org.sockmodel.dsl.sockModel.Import;
import org.sockmodel.dsl.sockModel.Machine;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.sockModel.SocketCall;
import org.sockmodel.dsl.vocabulary.Vocabulary;

/** What words lead to that are no references of the grammar: files, and the families behind constants. */
public final class Targets {

  private Targets() {
  }

  /** The file that a word names: an import, a kernel's profile, another model. */
  public static Optional<URI> file(Word word) {
    if (word.owner() instanceof Import statement) {
      return ImportedModels.uri(statement);
    }
    if (word.feature() == Literals.MACHINE__KERNELS) {
      return ShippedLibrary.profile(word.text()).flatMap(ShippedLibrary::families);
    }
    if (word.feature() == Literals.EXPECTATION__MODEL) {
      return ImportedModels.uri(word.text().replaceAll("^\"|\"$", ""), word.owner().eResource());
    }
    return Optional.empty();
  }

  /** What a constant of the kernel stands for in the model: a family, or the entries of one that a call asks for. */
  public static List<? extends EObject> declarations(Word word) {
    if (word.owner() instanceof SocketCall call && word.feature() != Literals.SOCKET_CALL__FAMILY) {
      boolean type = word.feature() == Literals.SOCKET_CALL__TYPES;
      return families(call, call.getFamily())
          .flatMap(family -> family.getProtosws().stream())
          .filter(protosw -> word.text().equals(type ? protosw.getType() : protosw.getProtocol()))
          .toList();
    }
    return family(word).stream().toList();
  }

  /** The declaration of the address family that a word names, on the machine of its workload or any of the file. */
  public static Optional<Family> family(Word word) {
    boolean constant = word.feature() != Literals.FAMILY__NAME
        && Vocabulary.of(word.feature()).filter(Vocabulary.ADDRESS_FAMILY::equals).isPresent();
    if (!constant) {
      return Optional.empty();
    }
    return families(word.owner(), word.text()).findFirst();
  }

  private static Stream<Family> families(EObject element, String name) {
    return machines(element).flatMap(machine -> Families.named(name, machine).stream());
  }

  private static Stream<Machine> machines(EObject element) {
    Machine own = Networks.machineAround(element);
    List<Machine> all = ImportedModels.elements(EcoreUtil2.getContainerOfType(element, Model.class), Machine.class);
    return own == null ? all.stream() : Stream.of(own);
  }
}

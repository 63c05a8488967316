package org.sockmodel.dsl.ide.quickfix;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;

/** Numbers that no other element of a kind has. */
final class FreeNumbers {

  private FreeNumbers() {
  }

  /** The first number from {@code least} on that no element of {@code type} in the file has as its feature. */
  static int from(int least, EObject anywhere, Class<? extends EObject> type, EStructuralFeature feature) {
    return not(EcoreUtil2.getAllContentsOfType(EcoreUtil2.getRootContainer(anywhere), type), feature, least);
  }

  /** The first number from {@code least} on that none of {@code elements} has as its feature. */
  static int not(List<? extends EObject> elements, EStructuralFeature feature, int least) {
    Set<String> taken = elements.stream().flatMap(element -> Problem.written(element, feature).stream())
        .collect(Collectors.toSet());
    return IntStream.iterate(least, number -> number + 1)
        .filter(number -> !taken.contains(Integer.toString(number))).findFirst().orElseThrow();
  }
}

package org.sockmodel.dsl.ide.quickfix;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.sockmodel.dsl.ide.word.Word;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/** Gives what is declared a name that nothing else has, of characters that a name may have. */
final class NameFix implements Fix {

  @Override
  public List<Proposal> of(Problem problem) {
    return problem.word().filter(word -> !word.isKeyword() && isName(word))
        .map(word -> FreeNames.from(word.text().replaceAll("[^\\p{L}\\p{Nd}_]", "_"), names(word.owner())))
        .map(name -> List.of(Proposal.of("Write '" + name + "'", problem.replace(name))))
        .orElse(List.of());
  }

  private static boolean isName(Word word) {
    return Literals.MODEL__NAME.getName().equals(word.feature().getName());
  }

  private static Set<String> names(EObject anywhere) {
    return EcoreUtil2.getAllContentsOfType(EcoreUtil2.getRootContainer(anywhere), EObject.class).stream()
        .map(element -> element.eClass().getEStructuralFeature(Literals.MODEL__NAME.getName()) == null ? null
            : (String) element.eGet(element.eClass().getEStructuralFeature(Literals.MODEL__NAME.getName())))
        .filter(name -> name != null).collect(Collectors.toSet());
  }
}

package org.sockmodel.dsl.ide.hover;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.sockmodel.dsl.expectation.MetricName;
import org.sockmodel.dsl.ide.navigation.Targets;
import org.sockmodel.dsl.ide.word.Comments;
import org.sockmodel.dsl.ide.word.Word;
import org.sockmodel.dsl.sockModel.NamedMetric;
import org.sockmodel.dsl.vocabulary.Dictionary;
import org.sockmodel.dsl.vocabulary.Vocabulary;

/**
 * Explains a word: a keyword or constant of the kernel from the dictionary, a name by its declaration and the comment
 * above that.
 */
@Singleton
public final class Hovers implements IHoverService {

  @Inject
  private EObjectAtOffsetHelper elements;

  @Inject
  private DocumentExtensions documents;

  @Inject
  private Dictionary dictionary;

  @Override
  public Hover hover(Document document, XtextResource resource, HoverParams where, CancelIndicator cancelled) {
    if (document == null) {
      return EMPTY_HOVER;
    }
    int offset = document.getOffSet(where.getPosition());
    Optional<Word> word = Word.at(resource, offset);
    return word
        .flatMap(found -> explain(found, resource))
        .map(text -> new Hover(new MarkupContent(MarkupKind.MARKDOWN, text),
            documents.newRange(resource, word.get().region())))
        .orElse(EMPTY_HOVER);
  }

  private Optional<String> explain(Word word, XtextResource resource) {
    if (word.isKeyword()) {
      return dictionary.keyword(word.text()).map(meaning -> markdown(word.text(), meaning));
    }
    if (word.owner() instanceof NamedMetric metric) {
      return metric(String.join(" ", metric.getWords()));
    }
    Optional<Vocabulary> kind = Vocabulary.of(word.feature());
    if (kind.isPresent()) {
      Optional<String> meaning = dictionary.of(kind.get(), word.text()).map(found -> markdown(word.text(), found));
      return Targets.family(word).map(family -> meaning.orElse("**" + word.text() + "**") + "\n\n"
          + declaration(family)).or(() -> meaning);
    }
    return named(word, resource).map(Hovers::declaration);
  }

  private Optional<String> metric(String name) {
    return MetricName.dimension(name).flatMap(dimension -> dictionary.of(Vocabulary.METRIC, name)
        .map(meaning -> markdown(name, meaning) + "\n\nCompared with " + dimension.description() + "."));
  }

  /** The element that a name declares or refers to. */
  private Optional<EObject> named(Word word, XtextResource resource) {
    boolean reference = word.feature() instanceof EReference;
    EObject element = reference
        ? elements.resolveCrossReferencedElementAt(resource, word.region().getOffset()) : word.owner();
    boolean names = reference || "name".equals(word.feature().getName());
    return Optional.ofNullable(element).filter(found -> names && !found.eIsProxy());
  }

  private static String markdown(String word, Dictionary.Meaning meaning) {
    String source = meaning.source().isEmpty() ? "" : " — " + meaning.source();
    return "**" + word + "**" + source + "\n\n" + meaning.text();
  }

  /** The first line of an element, and what its author says of it. */
  private static String declaration(EObject element) {
    INode node = NodeModelUtils.findActualNodeFor(element);
    String line = NodeModelUtils.getTokenText(node).lines().findFirst().orElse("").replaceAll("\\s*\\{.*", "");
    String comment = Comments.above(element);
    return "```sockmodel\n" + line + "\n```" + (comment.isEmpty() ? "" : "\n\n" + comment);
  }
}

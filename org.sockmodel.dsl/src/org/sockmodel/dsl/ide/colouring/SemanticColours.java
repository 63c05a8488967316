package org.sockmodel.dsl.ide.colouring;

import static java.util.Map.entry;

import com.google.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.ide.editor.syntaxcoloring.IHighlightedPositionAcceptor;
import org.eclipse.xtext.ide.editor.syntaxcoloring.ISemanticHighlightingCalculator;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.sockmodel.dsl.ide.word.Word;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.vocabulary.Vocabulary;

/**
 * Gives every word the kind of token that it is to its reader, in the names of the Language Server Protocol.
 *
 * <p>Cost: linear in the text.
 */
@Singleton
public final class SemanticColours implements ISemanticHighlightingCalculator {

  private static final Map<EClass, String> NAMES = Map.ofEntries(
      entry(Literals.MACHINE, SemanticTokenTypes.Class),
      entry(Literals.NETNS, SemanticTokenTypes.Class),
      entry(Literals.NETWORK, SemanticTokenTypes.Class),
      entry(Literals.NIC, SemanticTokenTypes.Interface),
      entry(Literals.VETH, SemanticTokenTypes.Interface),
      entry(Literals.VETH_PEER, SemanticTokenTypes.Interface),
      entry(Literals.MODEL, SemanticTokenTypes.Namespace),
      entry(Literals.WORKLOAD, SemanticTokenTypes.Namespace),
      entry(Literals.THREAD_SCRIPT, SemanticTokenTypes.Function),
      entry(Literals.TRAFFIC, SemanticTokenTypes.Event),
      entry(Literals.COSTS, SemanticTokenTypes.Struct),
      entry(Literals.VARIABLE, SemanticTokenTypes.Variable),
      entry(Literals.PAIR_VARIABLE, SemanticTokenTypes.Variable),
      entry(Literals.FILE_DESCRIPTOR, SemanticTokenTypes.Variable));

  /** Words that read like those of the language. */
  private static final Set<Vocabulary> PROPERTIES =
      EnumSet.of(Vocabulary.SETTING, Vocabulary.COST, Vocabulary.METRIC, Vocabulary.DISTRIBUTION);

  /** Terminals that are coloured wherever they stand. */
  private static final Map<String, String> TERMINALS = Map.of(
      "SL_COMMENT", SemanticTokenTypes.Comment, "ML_COMMENT", SemanticTokenTypes.Comment,
      "STRING", SemanticTokenTypes.String, "QUANTITY", SemanticTokenTypes.Number);

  @Override
  public void provideHighlightingFor(XtextResource resource, IHighlightedPositionAcceptor acceptor,
      CancelIndicator cancelled) {
    if (resource.getParseResult() == null) {
      return;
    }
    for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
      if (cancelled.isCanceled()) {
        return;
      }
      lines(leaf, colour(leaf), acceptor);
    }
  }

  /** The protocol wants tokens of one line each. */
  private static void lines(ILeafNode leaf, List<String> colour, IHighlightedPositionAcceptor acceptor) {
    if (colour.isEmpty()) {
      return;
    }
    int offset = leaf.getOffset();
    for (String line : leaf.getText().split("(?<=\n)", -1)) {
      int length = line.stripTrailing().length();
      if (length > 0) {
        acceptor.addPosition(offset, length, colour.toArray(String[]::new));
      }
      offset += line.length();
    }
  }

  private static List<String> colour(ILeafNode leaf) {
    String rule = terminal(leaf);
    if (TERMINALS.containsKey(rule)) {
      return List.of(TERMINALS.get(rule));
    }
    return Word.of(leaf).map(SemanticColours::colour).orElse(List.of());
  }

  private static String terminal(ILeafNode leaf) {
    return leaf.getGrammarElement() instanceof RuleCall call ? call.getRule().getName()
        : leaf.getGrammarElement() instanceof TerminalRule rule ? rule.getName() : "";
  }

  private static List<String> colour(Word word) {
    if (word.isKeyword()) {
      return List.of(SemanticTokenTypes.Keyword);
    }
    Optional<Vocabulary> kind = Vocabulary.of(word.feature());
    if (kind.isPresent()) {
      return PROPERTIES.contains(kind.get()) ? List.of(SemanticTokenTypes.Property)
          : List.of(SemanticTokenTypes.EnumMember, SemanticTokenModifiers.Readonly);
    }
    if (word.feature() instanceof EReference reference) {
      return List.of(NAMES.getOrDefault(reference.getEReferenceType(), SemanticTokenTypes.Variable));
    }
    if ("name".equals(word.feature().getName())) {
      return List.of(NAMES.getOrDefault(word.owner().eClass(), SemanticTokenTypes.Variable),
          SemanticTokenModifiers.Declaration);
    }
    return List.of();
  }
}

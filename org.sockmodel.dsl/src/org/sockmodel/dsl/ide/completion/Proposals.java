package org.sockmodel.dsl.ide.completion;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.xtext.CurrentTypeFinder;
import org.sockmodel.dsl.ide.word.Word;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;
import org.sockmodel.dsl.vocabulary.Dictionary;
import org.sockmodel.dsl.vocabulary.Dictionary.Meaning;
import org.sockmodel.dsl.vocabulary.Vocabulary;

/** Proposes what the grammar allows at a place, and of constants and settings those that exist there. */
@Singleton
public final class Proposals extends IdeContentProposalProvider {

  @Inject
  private Dictionary dictionary;

  @Inject
  private CurrentTypeFinder types;

  @Override
  protected void _createProposals(Assignment assignment, ContentAssistContext context,
      IIdeContentProposalAcceptor acceptor) {
    if (assignment.getTerminal() instanceof CrossReference) {
      super._createProposals(assignment, context, acceptor);
      return;
    }
    EStructuralFeature feature = feature(assignment);
    if (feature == Literals.IMPORT__FILE || feature == Literals.EXPECTATION__MODEL) {
      SiblingFiles.of(context.getResource()).forEach(file -> accept("\"" + file + "\"",
          ContentAssistEntry.KIND_FILE, Optional.empty(), context, acceptor));
    } else if (feature == Literals.IMPORT__LIBRARY) {
      ShippedLibrary.kernels().forEach(kernel -> accept(kernel + ".profile", ContentAssistEntry.KIND_MODULE,
          Optional.empty(), context, acceptor));
    } else {
      Vocabulary.of(feature).ifPresent(kind -> kind.wordsIn(context.getCurrentModel())
          .forEach(word -> accept(word, proposalKind(kind), dictionary.of(kind, word), context, acceptor)));
    }
  }

  private EStructuralFeature feature(Assignment assignment) {
    EClassifier type = types.findCurrentTypeAfter(assignment);
    return type instanceof EClass owner ? owner.getEStructuralFeature(assignment.getFeature()) : null;
  }

  private static String proposalKind(Vocabulary kind) {
    return kind == Vocabulary.SETTING || kind == Vocabulary.COST || kind == Vocabulary.METRIC
        ? ContentAssistEntry.KIND_PROPERTY : ContentAssistEntry.KIND_ENUM;
  }

  /** Of a sign right behind a word nobody thinks while the word is being typed. */
  @Override
  protected boolean filterKeyword(Keyword keyword, ContentAssistContext context) {
    return !Word.isWithinDatatype(keyword)
        && (Character.isLetter(keyword.getValue().charAt(0)) || !isBehindWord(context));
  }

  /** Also in the middle of one. */
  private static boolean isBehindWord(ContentAssistContext context) {
    int before = context.getOffset() - 1;
    String text = context.getRootNode().getText();
    return before >= 0 && before < text.length() && Character.isJavaIdentifierPart(text.charAt(before));
  }

  @Override
  protected void _createProposals(Keyword keyword, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    if (!filterKeyword(keyword, context)) {
      return;
    }
    String word = keyword.getValue();
    accept(word, ContentAssistEntry.KIND_KEYWORD, dictionary.keyword(word), context, acceptor);
    Templates.of(word).filter(template -> beginsElement(keyword)).ifPresent(template -> {
      ContentAssistEntry entry = getProposalCreator().createSnippet(template, Templates.label(word), context);
      if (entry != null) {
        entry.setDescription(Templates.description(word));
        acceptor.accept(entry, getProposalPriorities().getDefaultPriority(entry));
      }
    });
  }

  /** Whether a keyword stands at the beginning of its rule: {@code cpu} also stands within others. */
  private static boolean beginsElement(Keyword keyword) {
    return keyword.eContainer().eContents().indexOf(keyword) <= 1;
  }

  private void accept(String text, String kind, Optional<Meaning> meaning, ContentAssistContext context,
      IIdeContentProposalAcceptor acceptor) {
    ContentAssistEntry proposal = getProposalCreator().createProposal(text, context, kind, entry -> {
      meaning.ifPresent(found -> {
        entry.setDescription(found.source().isEmpty() ? null : found.source());
        entry.setDocumentation(found.text());
      });
    });
    if (proposal != null) {
      acceptor.accept(proposal, getProposalPriorities().getDefaultPriority(proposal));
    }
  }
}

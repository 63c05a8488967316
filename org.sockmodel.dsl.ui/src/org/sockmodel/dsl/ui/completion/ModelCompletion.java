package org.sockmodel.dsl.ui.completion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.sockmodel.dsl.ui.language.ModelDocument;
import org.sockmodel.dsl.ui.language.UserInterface;
import org.sockmodel.dsl.ui.templates.ModelTemplates;

/** Asks the language for proposals; the generic editor calls it on a background thread. */
public final class ModelCompletion implements IContentAssistProcessor {

  @Override
  public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
    return ModelDocument.of(viewer.getDocument()).map(document -> proposals(document, offset))
        .orElseGet(() -> new ICompletionProposal[0]);
  }

  private static ICompletionProposal[] proposals(ModelDocument document, int offset) {
    CompletionParams place = new CompletionParams(document.identifier(), document.places().position(offset));
    Optional<Either<List<CompletionItem>, CompletionList>> answer =
        UserInterface.await(document.ask(server -> server.completion(place)));
    return answer.map(ModelCompletion::items).orElse(List.of()).stream()
        .sorted(Comparator.comparing(item -> item.getSortText() == null ? item.getLabel() : item.getSortText()))
        .flatMap(item -> withTemplates(item, document))
        .map(item -> new Proposal(item, document, offset))
        .toArray(ICompletionProposal[]::new);
  }

  /** The language's own templates are among those of the workbench, where a user may have changed them. */
  private static Stream<CompletionItem> withTemplates(CompletionItem item, ModelDocument document) {
    if (item.getInsertTextFormat() == InsertTextFormat.Snippet) {
      return Stream.empty();
    }
    if (item.getKind() != CompletionItemKind.Keyword || item.getTextEdit() == null
        || !document.places().beginsLine(item.getTextEdit().getLeft().getRange().getStart())) {
      return Stream.of(item);
    }
    return Stream.concat(Stream.of(item), ModelTemplates.get().beginningWith(item.getLabel()).stream()
        .map(template -> proposal(template, item.getTextEdit().getLeft().getRange())));
  }

  private static CompletionItem proposal(Template template, Range place) {
    CompletionItem item = new CompletionItem(template.getName());
    item.setDetail(template.getDescription());
    item.setKind(CompletionItemKind.Snippet);
    item.setInsertTextFormat(InsertTextFormat.Snippet);
    item.setTextEdit(Either.forLeft(new TextEdit(place, template.getPattern().strip())));
    return item;
  }

  private static List<CompletionItem> items(Either<List<CompletionItem>, CompletionList> answer) {
    return answer.isLeft() ? answer.getLeft() : answer.getRight().getItems();
  }

  @Override
  public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
    return null;
  }

  @Override
  public char[] getCompletionProposalAutoActivationCharacters() {
    return null;
  }

  @Override
  public char[] getContextInformationAutoActivationCharacters() {
    return null;
  }

  @Override
  public String getErrorMessage() {
    return null;
  }

  @Override
  public IContextInformationValidator getContextInformationValidator() {
    return null;
  }
}

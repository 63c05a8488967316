package org.sockmodel.dsl.ui.completion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.sockmodel.dsl.ui.language.ModelDocument;
import org.sockmodel.dsl.ui.language.UserInterface;

/** Asks the language for proposals; the generic editor calls it on a background thread. */
public final class ModelCompletion implements IContentAssistProcessor {

  @Override
  public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
    return ModelDocument.of(viewer.getDocument()).map(document -> proposals(document, offset))
        .orElseGet(() -> new ICompletionProposal[0]);
  }

  private static ICompletionProposal[] proposals(ModelDocument document, int offset) {
    CompletionParams place = new CompletionParams(document.identifier(), document.position(offset));
    Optional<Either<List<CompletionItem>, CompletionList>> answer =
        UserInterface.await(document.ask(server -> server.completion(place)));
    return answer.map(ModelCompletion::items).orElse(List.of()).stream()
        .sorted(Comparator.comparing(item -> item.getSortText() == null ? item.getLabel() : item.getSortText()))
        .map(item -> new Proposal(item, document, offset))
        .toArray(ICompletionProposal[]::new);
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

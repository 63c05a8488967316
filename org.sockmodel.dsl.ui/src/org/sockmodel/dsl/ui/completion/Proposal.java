package org.sockmodel.dsl.ui.completion;

import java.util.Locale;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.sockmodel.dsl.ui.hover.ExplanationControl;
import org.sockmodel.dsl.ui.icons.ModelIcons;
import org.sockmodel.dsl.ui.language.ModelDocument;
import org.sockmodel.dsl.ui.templates.Snippet;

/** What could be written at a place; what is typed while the list is open narrows it. */
final class Proposal implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension3,
    ICompletionProposalExtension6 {

  private final CompletionItem item;
  private final String text;
  private final int start;
  private Point selection;

  Proposal(CompletionItem item, ModelDocument document, int offset) {
    this.item = item;
    TextEdit edit = item.getTextEdit() == null ? null : item.getTextEdit().getLeft();
    this.text = edit == null ? item.getInsertText() == null ? item.getLabel() : item.getInsertText()
        : edit.getNewText();
    this.start = edit == null ? offset : document.places().offset(edit.getRange().getStart());
  }

  @Override
  public String getDisplayString() {
    return item.getLabel();
  }

  @Override
  public StyledString getStyledDisplayString() {
    StyledString shown = new StyledString(item.getLabel());
    if (item.getDetail() != null && !item.getDetail().isBlank()) {
      shown.append("  " + item.getDetail(), StyledString.QUALIFIER_STYLER);
    }
    return shown;
  }

  @Override
  public Image getImage() {
    return ModelIcons.of(item.getKind());
  }

  @Override
  public String getAdditionalProposalInfo() {
    String meaning = item.getDocumentation() == null ? "" : item.getDocumentation().isLeft()
        ? item.getDocumentation().getLeft() : item.getDocumentation().getRight().getValue();
    return meaning.isBlank() && isTemplate() ? "```\n" + new Snippet(text).text() + "\n```"
        : meaning.isBlank() ? null : meaning;
  }

  @Override
  public IInformationControlCreator getInformationControlCreator() {
    return shell -> new ExplanationControl(shell, false);
  }

  @Override
  public CharSequence getPrefixCompletionText(IDocument document, int offset) {
    return text;
  }

  @Override
  public int getPrefixCompletionStart(IDocument document, int offset) {
    return start;
  }

  private boolean isTemplate() {
    return item.getInsertTextFormat() == InsertTextFormat.Snippet;
  }

  @Override
  public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
    try {
      IDocument document = viewer.getDocument();
      if (isTemplate()) {
        Snippet snippet = new Snippet(text.replace("\n", "\n" + indentation(document)));
        document.replace(start, offset - start, snippet.text());
        selection = SnippetFilling.start(viewer, start, snippet);
      } else {
        document.replace(start, offset - start, text);
        selection = new Point(start + text.length(), 0);
      }
    } catch (BadLocationException changed) {
      // The text has become shorter than where the proposal belongs: nothing is written.
    }
  }

  private String indentation(IDocument document) throws BadLocationException {
    int line = document.getLineInformationOfOffset(start).getOffset();
    String before = document.get(line, start - line);
    return before.substring(0, before.length() - before.stripLeading().length());
  }

  @Override
  public boolean validate(IDocument document, int offset, DocumentEvent event) {
    try {
      String typed = document.get(start, offset - start).toLowerCase(Locale.ROOT);
      return item.getLabel().toLowerCase(Locale.ROOT).startsWith(typed)
          || text.toLowerCase(Locale.ROOT).startsWith(typed);
    } catch (BadLocationException outside) {
      return false;
    }
  }

  @Override
  public Point getSelection(IDocument document) {
    return selection;
  }

  @Override
  public void apply(IDocument document) {
    throw new UnsupportedOperationException("a proposal is applied to its viewer");
  }

  @Override
  public void selected(ITextViewer viewer, boolean smartToggle) {
    // It is drawn in the list alone.
  }

  @Override
  public void unselected(ITextViewer viewer) {
    // It is drawn in the list alone.
  }

  @Override
  public IContextInformation getContextInformation() {
    return null;
  }
}

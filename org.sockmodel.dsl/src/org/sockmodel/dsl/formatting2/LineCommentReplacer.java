package org.sockmodel.dsl.formatting2;

import org.eclipse.xtext.formatting2.internal.SinglelineDocCommentReplacer;
import org.eclipse.xtext.formatting2.internal.WhitespaceReplacer;
import org.eclipse.xtext.formatting2.regionaccess.IComment;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.eclipse.xtext.formatting2.regionaccess.ITextSegment;

/**
 * Leaves the blanks before a comment behind a statement as they are, and an empty line before or behind a comment, but
 * none at the end of a block, whose indentation its last comments have.
 */
final class LineCommentReplacer extends SinglelineDocCommentReplacer {

  LineCommentReplacer(IComment comment) {
    super(comment, "//");
  }

  @Override
  public void configureWhitespace(WhitespaceReplacer before, WhitespaceReplacer behind) {
    ITextSegment blanks = before.getRegion();
    boolean ownLine = blanks.isMultiline() || blanks.getOffset() == 0;
    if (ownLine) {
      before.getFormatting().setNewLinesMax(2);
    } else {
      before.getFormatting().setSpace(blanks.getText());
    }
    if (!isLastOfBlock()) {
      // The comment has the line's end in it, so that one more is an empty line.
      behind.getFormatting().setNewLinesMin(behind.getRegion().isMultiline() ? 2 : 1);
      behind.getFormatting().setNewLinesMax(2);
    } else if (ownLine) {
      behind.getFormatting().setIndentationDecrease(before.getFormatting().getIndentationDecrease());
      before.getFormatting().setIndentationDecrease(null);
    }
  }

  private boolean isLastOfBlock() {
    ISemanticRegion next = getComment().getHiddenRegion().getNextSemanticRegion();
    return next == null || next.getText().equals("}");
  }
}

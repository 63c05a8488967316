package org.sockmodel.dsl.ui.language;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * The places of a text, which the workbench tells as offsets, and the language as lines and columns.
 *
 * @param document the text
 */
public record TextPlaces(IDocument document) {

  /** The place of an offset. */
  public Position position(int offset) {
    try {
      int line = document.getLineOfOffset(offset);
      return new Position(line, offset - document.getLineOffset(line));
    } catch (BadLocationException outside) {
      throw new IllegalArgumentException(outside);
    }
  }

  /** The offset of a place; the nearest there is if the text has become shorter. */
  public int offset(Position place) {
    try {
      int offset = document.getLineOffset(place.getLine()) + place.getCharacter();
      return Math.min(offset, document.getLength());
    } catch (BadLocationException outside) {
      return document.getLength();
    }
  }

  public IRegion region(Range range) {
    int start = offset(range.getStart());
    return new Region(start, Math.max(0, offset(range.getEnd()) - start));
  }

  /** Whether nothing but blanks stands before a place on its line. */
  public boolean beginsLine(Position place) {
    try {
      return document.get(document.getLineOffset(place.getLine()), place.getCharacter()).isBlank();
    } catch (BadLocationException outside) {
      return false;
    }
  }

  /** The word at or just before an offset: letters, digits, {@code _}; of length 0 if there is none. */
  public IRegion word(int offset) {
    try {
      int start = offset;
      while (start > 0 && Character.isJavaIdentifierPart(document.getChar(start - 1))) {
        start--;
      }
      int end = offset;
      while (end < document.getLength() && Character.isJavaIdentifierPart(document.getChar(end))) {
        end++;
      }
      return new Region(start, end - start);
    } catch (BadLocationException outside) {
      return new Region(offset, 0);
    }
  }
}

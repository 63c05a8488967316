package org.sockmodel.dsl.ui.lexing;

import java.util.List;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;

/**
 * The tokens of a text that is edited. After an edit only a stretch is cut anew: from a little before it to the first
 * token behind the edit that is again where it was: from there on the text is as before, and so are its tokens.
 *
 * <p>Cost of an edit: a copy of the text behind it and of the numbers of the tokens, and cutting the tokens near it.
 */
public final class EditedTokens {

  /** So many tokens before an edit may have been cut with a look at what has now changed. */
  private static final int LOOKAHEAD = 3;

  private final ModelLexer lexer;
  private int[] starts = {};
  private int[] ends = {};
  private TokenKind[] kinds = {};
  private int length;

  public EditedTokens(ModelLexer lexer, String text) {
    this.lexer = lexer;
    length = text.length();
    splice(0, 0, lexer.tokens(text));
  }

  /** The length of the text that they are the tokens of. */
  public int length() {
    return length;
  }

  public int size() {
    return starts.length;
  }

  public Token get(int token) {
    return new Token(starts[token], ends[token] - starts[token], kinds[token]);
  }

  /** The first token that ends behind an offset. */
  public int firstAfter(int offset) {
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * Follows an edit.
   *
   * @param offset where it begins
   * @param removed how many characters it takes away
   * @param inserted how many it puts there
   * @param edited the text after it
   * @return the stretch of that text whose tokens are new
   */
  public IRegion edit(int offset, int removed, int inserted, String edited) {
    length = edited.length();
    int from = Math.max(0, firstAfter(offset) - LOOKAHEAD);
    int start = from < starts.length ? starts[from] : 0;
    int moved = inserted - removed;
    int[] kept = {firstAfter(offset + removed)};
    move(kept[0], moved);
    boolean[] met = {false};
    List<Token> anew = lexer.tokens(edited, start, token -> {
      while (kept[0] < starts.length && starts[kept[0]] < token.offset()) {
        kept[0]++;
      }
      met[0] = token.offset() >= offset + inserted && kept[0] < starts.length
          && starts[kept[0]] == token.offset();
      return met[0];
    });
    int until = met[0] ? kept[0] : starts.length;
    int end = met[0] ? starts[until] : edited.length();
    splice(from, until, anew);
    return new Region(start, end - start);
  }

  private void move(int first, int by) {
    for (int token = first; token < starts.length; token++) {
      starts[token] += by;
      ends[token] += by;
    }
  }

  /** Puts tokens in the place of those from one index to another. */
  private void splice(int from, int until, List<Token> anew) {
    int size = from + anew.size() + starts.length - until;
    int[] newStarts = new int[size];
    int[] newEnds = new int[size];
    TokenKind[] newKinds = new TokenKind[size];
    copy(0, newStarts, newEnds, newKinds, 0, from);
    copy(until, newStarts, newEnds, newKinds, from + anew.size(), starts.length - until);
    for (int i = 0; i < anew.size(); i++) {
      newStarts[from + i] = anew.get(i).offset();
      newEnds[from + i] = anew.get(i).end();
      newKinds[from + i] = anew.get(i).kind();
    }
    starts = newStarts;
    ends = newEnds;
    kinds = newKinds;
  }

  private void copy(int from, int[] newStarts, int[] newEnds, TokenKind[] newKinds, int to, int count) {
    System.arraycopy(starts, from, newStarts, to, count);
    System.arraycopy(ends, from, newEnds, to, count);
    System.arraycopy(kinds, from, newKinds, to, count);
  }
}

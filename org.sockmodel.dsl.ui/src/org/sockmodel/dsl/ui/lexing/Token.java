package org.sockmodel.dsl.ui.lexing;

/** A token of a text. */
public record Token(int offset, int length, TokenKind kind) {

  public int end() {
    return offset + length;
  }
}

package org.sockmodel.dsl.ui.colouring;

/** A stretch of text that has a colour. */
record ColouredToken(int offset, int length, TokenColour colour) {

  int end() {
    return offset + length;
  }
}

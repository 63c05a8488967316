package org.sockmodel.runtime.trace.ctf.tsdl;

import java.util.regex.Pattern;
import org.sockmodel.runtime.trace.TraceException;

/** Cuts TSDL into tokens, of which it holds the current one. */
final class TsdlLexer {

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
  private static final int MOST_QUOTED = 160;

  /** Kinds of tokens. */
  enum Kind { WORD, NUMBER, TEXT, MARK, END }

  private final String source;
  private int position;
  private int line = 1;
  private Kind kind;
  private String text;
  private long number;

  TsdlLexer(String source) throws TraceException {
    this.source = source;
    advance();
  }

  Kind kind() {
    return kind;
  }

  /** The token: a word, a mark, or what stands between the quotes. */
  String text() {
    return text;
  }

  long number() {
    return number;
  }

  boolean is(String markOrWord) {
    return (kind == Kind.MARK || kind == Kind.WORD) && text.equals(markOrWord);
  }

  /** Goes on if the current token is the given one. */
  boolean accept(String markOrWord) throws TraceException {
    if (is(markOrWord)) {
      advance();
      return true;
    }
    return false;
  }

  void expect(String markOrWord) throws TraceException {
    if (!accept(markOrWord)) {
      throw error("'" + markOrWord + "' expected, but '" + text + "' found");
    }
  }

  String word() throws TraceException {
    if (kind != Kind.WORD) {
      throw error("a name expected, but '" + text + "' found");
    }
    String word = text;
    advance();
    return word;
  }

  /** A number, in brackets or not. */
  long integer() throws TraceException {
    int open = 0;
    while (accept("(")) {
      open++;
    }
    long value = signed();
    for (; open > 0; open--) {
      expect(")");
    }
    return value;
  }

  private long signed() throws TraceException {
    boolean negative = accept("-");
    accept("+");
    if (kind != Kind.NUMBER) {
      throw error("a number expected, but '" + text + "' found");
    }
    long value = number;
    advance();
    return negative ? -value : value;
  }

  /** An error at the current line; it stays a line of its own whatever it quotes of the metadata. */
  TraceException error(String what) {
    String oneLine = CONTROLS.matcher(what).replaceAll(" ");
    boolean isLong = oneLine.length() > MOST_QUOTED;
    return new TraceException("line " + line + ": " + (isLong ? oneLine.substring(0, MOST_QUOTED) + "..." : oneLine));
  }

  void advance() throws TraceException {
    skipBlanks();
    if (position >= source.length()) {
      kind = Kind.END;
      text = "end of the metadata";
      return;
    }
    char c = source.charAt(position);
    if (Character.isLetter(c) || c == '_') {
      readWord();
    } else if (Character.isDigit(c)) {
      readNumber();
    } else if (c == '"' || c == '\'') {
      readText(c);
    } else {
      readMark();
    }
  }

  private void readWord() {
    int start = position;
    while (position < source.length() && isWordPart(source.charAt(position))) {
      position++;
    }
    kind = Kind.WORD;
    text = source.substring(start, position);
  }

  private void readNumber() throws TraceException {
    int start = position;
    while (position < source.length() && isWordPart(source.charAt(position))) {
      position++;
    }
    kind = Kind.NUMBER;
    text = source.substring(start, position);
    int end = text.length();
    while (end > 1 && "uUlL".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    String digits = text.substring(0, end);
    try {
      if (digits.startsWith("0x") || digits.startsWith("0X")) {
        number = Long.parseUnsignedLong(digits.substring(2), 16);
      } else if (digits.length() > 1 && digits.startsWith("0")) {
        number = Long.parseUnsignedLong(digits.substring(1), 8);
      } else {
        number = Long.parseUnsignedLong(digits);
      }
    } catch (NumberFormatException e) {
      throw error("'" + text + "' is no number");
    }
  }

  private void readText(char quote) throws TraceException {
    StringBuilder value = new StringBuilder();
    position++;
    while (position < source.length() && source.charAt(position) != quote) {
      char c = source.charAt(position++);
      if (c == '\n') {
        line++;
      }
      if (c == '\\' && position < source.length()) {
        char escaped = source.charAt(position++);
        c = escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
      }
      value.append(c);
    }
    if (position >= source.length()) {
      throw error("a text does not end");
    }
    position++;
    kind = Kind.TEXT;
    text = value.toString();
  }

  private void readMark() {
    kind = Kind.MARK;
    for (String mark : new String[] {"...", ":=", "->"}) {
      if (source.startsWith(mark, position)) {
        position += mark.length();
        text = mark;
        return;
      }
    }
    text = String.valueOf(source.charAt(position++));
  }

  private void skipBlanks() {
    while (position < source.length()) {
      if (source.startsWith("/*", position)) {
        skipTo("*/", 2);
      } else if (source.startsWith("//", position)) {
        skipTo("\n", 0);
      } else if (source.charAt(position) <= ' ') {
        if (source.charAt(position++) == '\n') {
          line++;
        }
      } else {
        return;
      }
    }
  }

  private void skipTo(String end, int beyond) {
    int found = source.indexOf(end, position + 2);
    int stop = found < 0 ? source.length() : found + beyond;
    for (; position < stop; position++) {
      if (source.charAt(position) == '\n') {
        line++;
      }
    }
  }

  private static boolean isWordPart(char c) {
    return c == '_' || c >= '0' && c <= '9' || Character.isLetter(c);
  }
}

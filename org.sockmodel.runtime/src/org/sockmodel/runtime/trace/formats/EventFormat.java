package org.sockmodel.runtime.trace.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the {@code format} file of an event says: where its fields lie in a record and how they are printed.
 *
 * @param printFormat the {@code print fmt} line
 */
record EventFormat(String name, List<RawField> fields, String printFormat) {

  private static final Pattern NAME = Pattern.compile("^name: (\\S+)$", Pattern.MULTILINE);
  private static final Pattern FIELD = Pattern.compile(
      "^\\s*field:(.*?)\\s*([A-Za-z_][A-Za-z0-9_]*)(\\[[^\\]]*\\])?;\\s*offset:(\\d{1,6});\\s*size:(\\d{1,6});"
          + "(?:\\s*signed:([01]);)?", Pattern.MULTILINE);
  private static final Pattern SYMBOLIC = Pattern.compile("__print_symbolic\\(REC->([A-Za-z_][A-Za-z0-9_]*),");
  private static final Pattern SYMBOL = Pattern.compile(
      "\\{ *(-?(?:0x[0-9a-fA-F]{1,15}|\\d{1,18})) *, *\"([^\"]*)\" *\\}");

  /**
   * One field of the record.
   *
   * @param type the C type, without the name
   * @param array whether it is an array
   */
  record RawField(String name, String type, boolean array, int offset, int size, boolean signed) {

    boolean isDataLocation() {
      return type.startsWith("__data_loc");
    }

    boolean isRelativeLocation() {
      return type.startsWith("__rel_loc");
    }

    boolean isText() {
      boolean characters = type.contains("char") && !type.contains("*");
      return characters && (array || isDataLocation() || isRelativeLocation());
    }

    boolean isNumber() {
      boolean width = size == 1 || size == 2 || size == 4 || size == 8;
      return width && !array && !isDataLocation() && !isRelativeLocation();
    }

    /** One of so many numbers of which an array consists. */
    RawField element(String elementName, int index, int count) {
      int width = size / count;
      return new RawField(elementName, type, false, offset + index * width, width, signed);
    }

    boolean isPointer() {
      return type.contains("*") && size == 8;
    }
  }

  /** The event's number in a format file, or -1. */
  static int id(String text) {
    int at = text.indexOf("\nID: ");
    int id = -1;
    for (int i = at + 5; at >= 0 && i < text.length() && Character.isDigit(text.charAt(i)) && id < 1 << 16; i++) {
      id = Math.max(id, 0) * 10 + text.charAt(i) - '0';
    }
    return id;
  }

  /** Reads a format file; null if it is none. */
  static EventFormat parse(String text) {
    Matcher name = NAME.matcher(text);
    if (!name.find()) {
      return null;
    }
    List<RawField> fields = new ArrayList<>();
    Matcher field = FIELD.matcher(text);
    while (field.find()) {
      fields.add(new RawField(field.group(2), field.group(1).trim(), field.group(3) != null,
          Integer.parseInt(field.group(4)), Integer.parseInt(field.group(5)), !"0".equals(field.group(6))));
    }
    int print = text.indexOf("print fmt:");
    return new EventFormat(name.group(1), fields, print < 0 ? "" : text.substring(print));
  }

  /** Names of the values of a field, as far as the print format has them. */
  Map<Long, String> symbols(String fieldName) {
    Map<Long, String> symbols = new HashMap<>();
    Matcher matcher = SYMBOLIC.matcher(printFormat);
    while (matcher.find()) {
      if (matcher.group(1).equals(fieldName)) {
        Matcher symbol = SYMBOL.matcher(printFormat).region(matcher.end(), endOfList(matcher.end()));
        while (symbol.find()) {
          symbols.put(Long.decode(symbol.group(1)), symbol.group(2));
        }
      }
    }
    return symbols;
  }

  /** Where the list of symbols that begins at {@code start} ends: at the bracket that no symbol's name holds. */
  private int endOfList(int start) {
    boolean inName = false;
    int end = start;
    while (end < printFormat.length() && (inName || printFormat.charAt(end) != ')')) {
      inName ^= printFormat.charAt(end) == '"';
      end++;
    }
    return end;
  }
}

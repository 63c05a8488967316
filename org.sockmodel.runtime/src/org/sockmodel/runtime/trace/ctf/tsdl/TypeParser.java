package org.sockmodel.runtime.trace.ctf.tsdl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.ArrayType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.EnumType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.FloatType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.IntegerType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.Member;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.Range;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.SequenceType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.StringType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.StructType;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.VariantType;

/**
 * Parses the type declarations of TSDL. Names of types ({@code uint32_t}, {@code struct packet_context}) are kept in
 * nested scopes, one for each block.
 */
final class TypeParser {

  private static final int MAX_DEPTH = 60;
  private static final int MAX_ALIGN = 1 << 16;
  private static final int MAX_ARRAY = 1 << 24;

  private final TsdlLexer lexer;
  private final boolean bigEndian;
  private final List<Map<String, CtfType>> scopes = new ArrayList<>();
  private int depth;

  TypeParser(TsdlLexer lexer, boolean bigEndian) {
    this.lexer = lexer;
    this.bigEndian = bigEndian;
    openScope();
  }

  void openScope() {
    scopes.add(new HashMap<>());
  }

  void closeScope() {
    scopes.remove(scopes.size() - 1);
  }

  /** Parses a declaration that makes a name for a type, if there is one. */
  boolean acceptDeclaration() throws TraceException {
    if (lexer.accept("typealias")) {
      CtfType type = specifier(words());
      type = arrays(type);
      lexer.expect(":=");
      String name = String.join(" ", words());
      while (lexer.accept("*")) {
        name += " *";
      }
      declare(name, type);
    } else if (lexer.accept("typedef")) {
      List<String> words = words();
      String name = isWordType(words) ? words.remove(words.size() - 1) : null;
      CtfType type = specifier(words);
      declare(name == null ? lexer.word() : name, arrays(type));
      while (lexer.accept(",")) {
        declare(lexer.word(), arrays(type));
      }
    } else if (lexer.is("struct") || lexer.is("enum") || lexer.is("variant")) {
      specifier(words());
    } else {
      return false;
    }
    lexer.expect(";");
    return true;
  }

  /** Parses a type where no name follows it. */
  CtfType type() throws TraceException {
    return specifier(words());
  }

  /** Reads the words of a type's name, up to the one that begins a block of its own. */
  private List<String> words() throws TraceException {
    List<String> words = new ArrayList<>();
    while (lexer.kind() == TsdlLexer.Kind.WORD) {
      if (lexer.accept("const")) {
        continue;
      }
      words.add(lexer.word());
      if (words.size() == 1 && startsBlock(words.get(0))) {
        break;
      }
    }
    return words;
  }

  private static boolean startsBlock(String word) {
    return switch (word) {
      case "integer", "floating_point", "string", "struct", "enum", "variant" -> true;
      default -> false;
    };
  }

  private static boolean isWordType(List<String> words) {
    return words.size() > 1 && !startsBlock(words.get(0));
  }

  private CtfType specifier(List<String> words) throws TraceException {
    if (words.isEmpty()) {
      throw lexer.error("a type expected, but '" + lexer.text() + "' found");
    }
    deeper();
    CtfType type = switch (words.get(0)) {
      case "integer" -> integer();
      case "floating_point" -> floatingPoint();
      case "string" -> string();
      case "struct" -> struct();
      case "enum" -> enumeration();
      case "variant" -> variant();
      default -> find(String.join(" ", words));
    };
    depth--;
    return type;
  }

  private void deeper() throws TraceException {
    if (++depth > MAX_DEPTH) {
      throw lexer.error("types are nested too deeply");
    }
  }

  private IntegerType integer() throws TraceException {
    Map<String, String> attributes = attributes();
    int size = number(attributes, "size", 0);
    if (size < 1 || size > 64) {
      throw lexer.error("an integer of " + size + " bits; 1 to 64 are possible");
    }
    String order = attributes.getOrDefault("byte_order", "native");
    boolean big = order.equals("native") ? bigEndian : order.equals("be") || order.equals("network");
    String signed = attributes.getOrDefault("signed", "false");
    String encoding = attributes.getOrDefault("encoding", "none");
    return new IntegerType(size, signed.equals("true") || signed.equals("1") || signed.equals("TRUE"), big,
        align(attributes, size % 8 == 0 ? 8 : 1), base(attributes.getOrDefault("base", "10")),
        !encoding.equals("none"), clock(attributes.getOrDefault("map", "")));
  }

  /** The name of the clock in {@code clock.monotonic.value}. */
  private static String clock(String map) {
    return map.replaceFirst("^clock\\.", "").replaceFirst("\\.value$", "");
  }

  private FloatType floatingPoint() throws TraceException {
    Map<String, String> attributes = attributes();
    int size = number(attributes, "exp_dig", 8) + number(attributes, "mant_dig", 24);
    if (size < 1 || size > 1024) {
      throw lexer.error("a floating point number of " + size + " bits");
    }
    return new FloatType(size, align(attributes, size % 8 == 0 ? 8 : 1));
  }

  private StringType string() throws TraceException {
    if (lexer.is("{")) {
      attributes();
    }
    return new StringType();
  }

  private StructType struct() throws TraceException {
    String name = lexer.kind() == TsdlLexer.Kind.WORD && !lexer.is("align") ? "struct " + lexer.word() : null;
    if (!lexer.is("{")) {
      return (StructType) find(name);
    }
    List<Member> members = members();
    int align = 1;
    if (lexer.accept("align")) {
      lexer.expect("(");
      align = checkedAlign(lexer.integer());
      lexer.expect(")");
    }
    StructType type = new StructType(members, align);
    declareIfNamed(name, type);
    return type;
  }

  private CtfType variant() throws TraceException {
    String name = lexer.kind() == TsdlLexer.Kind.WORD ? "variant " + lexer.word() : null;
    String tag = null;
    if (lexer.accept("<")) {
      tag = path();
      lexer.expect(">");
    }
    List<Member> options;
    if (lexer.is("{")) {
      options = members();
    } else {
      options = ((VariantType) find(name)).options();
    }
    VariantType type = new VariantType(tag, options);
    declareIfNamed(name, type);
    return type;
  }

  private EnumType enumeration() throws TraceException {
    String name = lexer.kind() == TsdlLexer.Kind.WORD ? "enum " + lexer.word() : null;
    CtfType container = null;
    if (lexer.accept(":")) {
      container = specifier(words());
    }
    if (!lexer.is("{")) {
      return (EnumType) find(name);
    }
    if (container == null) {
      container = find("int");
    }
    if (!(container instanceof IntegerType integer)) {
      throw lexer.error("an enumeration must be of an integer type");
    }
    EnumType type = new EnumType(integer, ranges());
    declareIfNamed(name, type);
    return type;
  }

  private List<Range> ranges() throws TraceException {
    List<Range> ranges = new ArrayList<>();
    long next = 0;
    lexer.expect("{");
    while (!lexer.accept("}")) {
      String label = lexer.text();
      lexer.advance();
      long low = next;
      if (lexer.accept("=")) {
        low = lexer.integer();
      }
      long high = lexer.accept("...") ? lexer.integer() : low;
      ranges.add(new Range(label, low, high));
      next = high + 1;
      if (!lexer.accept(",") && !lexer.is("}")) {
        throw lexer.error("',' or '}' expected, but '" + lexer.text() + "' found");
      }
    }
    return ranges;
  }

  private List<Member> members() throws TraceException {
    List<Member> members = new ArrayList<>();
    lexer.expect("{");
    openScope();
    while (!lexer.accept("}")) {
      if (lexer.is("typealias") || lexer.is("typedef")) {
        acceptDeclaration();
        continue;
      }
      List<String> words = words();
      String name = isWordType(words) ? words.remove(words.size() - 1) : null;
      CtfType type = specifier(words);
      if (lexer.accept(";")) {
        if (name != null) {
          members.add(new Member(name, type));
        }
        continue;
      }
      name = name == null ? lexer.word() : name;
      members.add(new Member(name, arrays(type)));
      while (lexer.accept(",")) {
        members.add(new Member(lexer.word(), arrays(type)));
      }
      lexer.expect(";");
    }
    closeScope();
    return members;
  }

  /** Parses {@code [4][len]} after a name; the last dimension is the innermost. */
  private CtfType arrays(CtfType element) throws TraceException {
    if (!lexer.accept("[")) {
      return element;
    }
    deeper();
    CtfType type;
    if (lexer.kind() == TsdlLexer.Kind.NUMBER) {
      long length = lexer.integer();
      lexer.expect("]");
      if (length < 0 || length > MAX_ARRAY) {
        throw lexer.error("an array of " + length + " elements");
      }
      type = new ArrayType(arrays(element), (int) length);
    } else {
      String length = path();
      lexer.expect("]");
      type = new SequenceType(arrays(element), length);
    }
    depth--;
    return type;
  }

  String path() throws TraceException {
    StringBuilder path = new StringBuilder(lexer.word());
    while (lexer.accept(".")) {
      path.append('.').append(lexer.word());
    }
    return path.toString();
  }

  private Map<String, String> attributes() throws TraceException {
    Map<String, String> attributes = new HashMap<>();
    lexer.expect("{");
    while (!lexer.accept("}")) {
      String key = lexer.word();
      lexer.expect("=");
      StringBuilder value = new StringBuilder();
      while (!lexer.is(";")) {
        if (lexer.kind() == TsdlLexer.Kind.END) {
          throw lexer.error("';' expected, but the metadata ends");
        }
        value.append(lexer.kind() == TsdlLexer.Kind.NUMBER ? Long.toString(lexer.number()) : lexer.text());
        lexer.advance();
      }
      lexer.expect(";");
      attributes.put(key, value.toString());
    }
    return attributes;
  }

  private int number(Map<String, String> attributes, String key, int otherwise) throws TraceException {
    String value = attributes.get(key);
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw lexer.error(key + " = " + value + " is no possible number");
    }
  }

  private int align(Map<String, String> attributes, int otherwise) throws TraceException {
    return checkedAlign(number(attributes, "align", otherwise));
  }

  private int checkedAlign(long align) throws TraceException {
    if (align < 1 || align > MAX_ALIGN || Long.bitCount(align) != 1) {
      throw lexer.error("an alignment of " + align + " bits; it must be a power of two");
    }
    return (int) align;
  }

  private static int base(String base) {
    return switch (base) {
      case "16", "hexadecimal", "hex", "x", "X", "p" -> 16;
      case "8", "octal", "oct", "o" -> 8;
      case "2", "binary", "b" -> 2;
      default -> 10;
    };
  }

  private void declareIfNamed(String name, CtfType type) {
    if (name != null) {
      declare(name, type);
    }
  }

  private void declare(String name, CtfType type) {
    scopes.get(scopes.size() - 1).put(name, type);
  }

  private CtfType find(String name) throws TraceException {
    for (int i = scopes.size() - 1; i >= 0; i--) {
      CtfType type = scopes.get(i).get(name);
      if (type != null) {
        return type;
      }
    }
    throw lexer.error("there is no type '" + name + "'");
  }
}

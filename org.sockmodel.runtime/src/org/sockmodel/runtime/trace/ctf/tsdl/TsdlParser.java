package org.sockmodel.runtime.trace.ctf.tsdl;

import java.util.HashMap;
import java.util.Map;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType.StructType;
import org.sockmodel.runtime.trace.ctf.tsdl.TraceDescription.EventClass;
import org.sockmodel.runtime.trace.ctf.tsdl.TraceDescription.StreamClass;

/**
 * Parses TSDL, the metadata language of CTF 1.8 (specification chapter 7 and appendix C). Blocks that say nothing
 * about the layout ({@code callsite}) are passed over.
 */
public final class TsdlParser {

  private final TsdlLexer lexer;
  private final TypeParser types;
  private final TraceDescription trace = new TraceDescription();

  private TsdlParser(String source, boolean bigEndian) throws TraceException {
    lexer = new TsdlLexer(source);
    types = new TypeParser(lexer, bigEndian);
  }

  /**
   * Parses a whole metadata text.
   *
   * @throws TraceException with the line and what is wrong there
   */
  public static TraceDescription parse(String source) throws TraceException {
    TsdlParser parser = new TsdlParser(source, isBigEndian(source));
    parser.blocks();
    parser.trace.chooseClock();
    return parser.trace;
  }

  /** The native byte order is said after the first types that depend on it, so it is looked up first. */
  private static boolean isBigEndian(String source) throws TraceException {
    TsdlLexer lexer = new TsdlLexer(source);
    int depth = 0;
    boolean inTrace = false;
    while (lexer.kind() != TsdlLexer.Kind.END) {
      if (lexer.is("{")) {
        depth++;
      } else if (lexer.is("}")) {
        depth--;
      } else if (depth == 0 && lexer.kind() == TsdlLexer.Kind.WORD) {
        inTrace = lexer.is("trace");
      } else if (depth == 1 && inTrace && lexer.accept("byte_order")) {
        lexer.expect("=");
        return lexer.is("be") || lexer.is("network");
      }
      lexer.advance();
    }
    return false;
  }

  private void blocks() throws TraceException {
    while (lexer.kind() != TsdlLexer.Kind.END) {
      if (lexer.accept(";") || types.acceptDeclaration()) {
        continue;
      }
      String block = lexer.word();
      Map<String, StructType> structures = new HashMap<>();
      Map<String, String> values = block(structures);
      switch (block) {
        case "trace" -> trace.packetHeader = structures.get("packet.header");
        case "env" -> trace.environment.putAll(values);
        case "clock" -> clock(values);
        case "stream" -> stream(values, structures);
        case "event" -> event(values, structures);
        default -> {
          continue;
        }
      }
    }
  }

  /** Parses {@code { key = value; path := type; ... };}. */
  private Map<String, String> block(Map<String, StructType> structures) throws TraceException {
    Map<String, String> values = new HashMap<>();
    lexer.expect("{");
    types.openScope();
    while (!lexer.accept("}")) {
      if (lexer.accept(";") || types.acceptDeclaration()) {
        continue;
      }
      String key = types.path();
      if (lexer.accept(":=")) {
        if (!(types.type() instanceof StructType struct)) {
          throw lexer.error(key + " must be a struct");
        }
        structures.put(key, struct);
      } else {
        lexer.expect("=");
        values.put(key, value());
      }
      lexer.expect(";");
    }
    types.closeScope();
    return values;
  }

  private String value() throws TraceException {
    StringBuilder value = new StringBuilder();
    while (!lexer.is(";")) {
      if (lexer.kind() == TsdlLexer.Kind.END) {
        throw lexer.error("';' expected, but the metadata ends");
      }
      value.append(lexer.kind() == TsdlLexer.Kind.NUMBER ? Long.toUnsignedString(lexer.number()) : lexer.text());
      lexer.advance();
    }
    return value.toString();
  }

  private void clock(Map<String, String> values) throws TraceException {
    long frequencyHz = number(values, "freq", 1_000_000_000L);
    if (frequencyHz < 1 || frequencyHz > 1L << 33) {
      throw lexer.error("a clock of " + values.get("freq") + " Hz");
    }
    trace.clocks.add(new Clock(values.getOrDefault("name", ""), frequencyHz, number(values, "offset_s", 0),
        number(values, "offset", 0)));
  }

  private void stream(Map<String, String> values, Map<String, StructType> structures) throws TraceException {
    StreamClass stream = streamOf(number(values, "id", 0));
    stream.packetContext = structures.get("packet.context");
    stream.eventHeader = structures.get("event.header");
    stream.eventContext = structures.get("event.context");
  }

  private void event(Map<String, String> values, Map<String, StructType> structures) throws TraceException {
    long id = number(values, "id", 0);
    EventClass event = new EventClass(id, values.getOrDefault("name", "event_" + id), structures.get("context"),
        structures.get("fields"));
    streamOf(number(values, "stream_id", 0)).events.put(id, event);
  }

  private StreamClass streamOf(long id) {
    return trace.streams.computeIfAbsent(id, key -> new StreamClass());
  }

  private long number(Map<String, String> values, String key, long otherwise) throws TraceException {
    String value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    try {
      return value.startsWith("-") ? Long.parseLong(value) : Long.parseUnsignedLong(value);
    } catch (NumberFormatException e) {
      throw lexer.error(key + " = " + value + " is no number");
    }
  }
}

package org.sockmodel.runtime.trace.ctf;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.LittleEndian;

/**
 * Writes the fields of one tracepoint: a list of steps, each an operation and the field that it writes. One call
 * costs a few nanoseconds a field and allocates nothing.
 */
final class CtfEventWriter {

  /** Bytes beyond what it writes that {@link #write} may touch, to write all numbers alike. */
  static final int SLACK_BYTES = 4;

  /*
   * A step: the field from bit 16 on, what to subtract from its value in bits 8 to 15, bytes in bits 2 to 7, and in the
   * lowest two what it writes.
   */
  private static final int NUMBER = 0;
  private static final int STRING = 1;
  private static final int COMM = 2;
  private static final int NOTHING = 3;
  private static final int OPERATION = 3;
  private static final int BYTES_SHIFT = 2;
  private static final int BYTES = 0x3f;
  private static final int BIAS_SHIFT = 8;
  private static final int BIAS = 0xff;
  private static final int FIELD_SHIFT = 16;

  private final int id;
  private final Tracepoint tracepoint;
  private final String name;
  private final CtfNameBytes texts;
  private final int[] steps;
  /** The fields that are written as strings, whose length is not fixed. */
  private final int[] strings;
  private final int fixedBytes;
  private final String declarations;

  CtfEventWriter(int id, Tracepoint tracepoint, CtfEventNames names, CtfNameBytes texts) {
    this.id = id;
    this.tracepoint = tracepoint;
    this.name = names.ctfName(tracepoint.name());
    this.texts = texts;
    List<Integer> compiled = new ArrayList<>();
    StringBuilder declared = new StringBuilder();
    CtfEventNames.Mapping mapping = names.ofKernel(tracepoint.name());
    if (mapping == null) {
      tracepoint.fields().forEach(field -> compile(field, field.name(), compiled, declared));
    } else {
      mapping.fields().forEach((kernel, ctf) -> compile(fieldOf(kernel), ctf, compiled, declared));
    }
    steps = compiled.stream().mapToInt(Integer::intValue).toArray();
    strings = compiled.stream().filter(step -> (step & OPERATION) == STRING)
        .mapToInt(step -> step >> FIELD_SHIFT).toArray();
    declarations = declared.toString();
    fixedBytes = compiled.stream().mapToInt(CtfEventWriter::bytesOf).sum();
  }

  int id() {
    return id;
  }

  String name() {
    return name;
  }

  /** The fields as members of a metadata structure. */
  String declarations() {
    return declarations;
  }

  /** No event's fields take more bytes: what is known without a look at its texts. */
  int mostBytes() {
    return fixedBytes + strings.length * texts.longest();
  }

  /** Bytes that the event's fields take. */
  int size(TraceEvent event) {
    int size = fixedBytes;
    for (int field : strings) {
      size += texts.length(textId(event, field));
    }
    return size;
  }

  /** Writes the fields, and touches {@link #SLACK_BYTES} after them; returns the position after them. */
  int write(TraceEvent event, byte[] buffer, int start) {
    int position = start;
    for (int step : steps) {
      int field = step >> FIELD_SHIFT;
      switch (step & OPERATION) {
        case NUMBER -> {
          long value = event.value(field);
          long written = value == TraceEvent.ABSENT ? 0 : value - (step >> BIAS_SHIFT & BIAS);
          LittleEndian.put64(buffer, position, written);
        }
        case STRING -> position = string(textId(event, field), buffer, position);
        case COMM -> texts.putComm(textId(event, field), buffer, position);
        default -> LittleEndian.put64(buffer, position, 0);
      }
      position += bytesOf(step);
    }
    return position;
  }

  /** Writes the text and the NUL, which the caller counts. */
  private int string(int text, byte[] buffer, int position) {
    int length = texts.length(text);
    System.arraycopy(texts.bytes(text), 0, buffer, position, length);
    buffer[position + length] = 0;
    return position + length;
  }

  private static int bytesOf(int step) {
    return step >> BYTES_SHIFT & BYTES;
  }

  private static int textId(TraceEvent event, int field) {
    return event.has(field) ? event.intValue(field) : 0;
  }

  private Field fieldOf(String kernelField) {
    int index = tracepoint.fieldIndex(kernelField);
    return index < 0 ? null : tracepoint.fields().get(index);
  }

  private void compile(Field field, String ctfName, List<Integer> compiled, StringBuilder declared) {
    int index = field == null ? 0 : tracepoint.fieldIndex(field.name());
    compiled.add(index << FIELD_SHIFT | step(field));
    declared.append("\t\t").append(typeOf(field)).append(" _").append(identifier(ctfName));
    boolean isComm = field != null && field.kind() == Field.Kind.COMM;
    declared.append(isComm ? "[" + CtfLayout.COMM_BYTES + "];\n" : ";\n");
  }

  /** A step without its field. */
  private int step(Field field) {
    if (field == null) {
      return NOTHING | Integer.BYTES << BYTES_SHIFT;
    }
    boolean biased = CtfEventNames.isBiasedPrio(tracepoint.name(), field.name());
    int number = NUMBER | (biased ? CtfEventNames.PRIO_BIAS << BIAS_SHIFT : 0);
    return switch (field.kind()) {
      case S32, U32 -> number | Integer.BYTES << BYTES_SHIFT;
      case S64, U64, POINTER -> number | Long.BYTES << BYTES_SHIFT;
      case TEXT -> STRING | 1 << BYTES_SHIFT;
      case COMM -> COMM | CtfLayout.COMM_BYTES << BYTES_SHIFT;
    };
  }

  /** A name that the metadata may hold as an identifier. */
  private static String identifier(String name) {
    return name.replaceAll("[^A-Za-z0-9_]", "_");
  }

  private static String typeOf(Field field) {
    if (field == null) {
      return "int32_t";
    }
    return switch (field.kind()) {
      case S32 -> "int32_t";
      case U32 -> "uint32_t";
      case S64 -> "int64_t";
      case U64 -> "uint64_t";
      case POINTER -> "pointer_t";
      case TEXT -> "string";
      case COMM -> "utf8_t";
    };
  }
}

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

  /** Bytes of a task's name, {@code TASK_COMM_LEN}. */
  static final int COMM_BYTES = 16;

  private static final int INT32 = 0;
  private static final int INT64 = 1;
  private static final int STRING = 2;
  private static final int COMM = 3;
  private static final int PRIO = 4;
  private static final int ZERO = 5;
  private static final int OPERATION_BITS = 3;

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
    strings = compiled.stream().filter(step -> (step & (1 << OPERATION_BITS) - 1) == STRING)
        .mapToInt(step -> step >> OPERATION_BITS).toArray();
    declarations = declared.toString();
    int bytes = 0;
    for (int step : steps) {
      bytes += sizeOf(step & (1 << OPERATION_BITS) - 1);
    }
    fixedBytes = bytes;
  }

  int id() {
    return id;
  }

  Tracepoint tracepoint() {
    return tracepoint;
  }

  String name() {
    return name;
  }

  /** The fields as members of a metadata structure. */
  String declarations() {
    return declarations;
  }

  /** Bytes that the event's fields take. */
  int size(TraceEvent event) {
    int size = fixedBytes;
    for (int field : strings) {
      size += texts.length(textId(event, field));
    }
    return size;
  }

  /** Writes the fields; returns the position after them. */
  int write(TraceEvent event, byte[] buffer, int start) {
    int position = start;
    for (int step : steps) {
      int field = step >> OPERATION_BITS;
      switch (step & (1 << OPERATION_BITS) - 1) {
        case INT32 -> {
          LittleEndian.put32(buffer, position, event.intValue(field));
          position += 4;
        }
        case INT64 -> {
          LittleEndian.put64(buffer, position, event.has(field) ? event.value(field) : 0);
          position += 8;
        }
        case STRING -> position = string(textId(event, field), buffer, position);
        case COMM -> {
          comm(textId(event, field), texts, buffer, position);
          position += COMM_BYTES;
        }
        case PRIO -> {
          int prio = event.has(field) ? event.intValue(field) - CtfEventNames.PRIO_BIAS : 0;
          LittleEndian.put32(buffer, position, prio);
          position += 4;
        }
        default -> {
          LittleEndian.put32(buffer, position, 0);
          position += 4;
        }
      }
    }
    return position;
  }

  /** Writes a task's name, cut or padded to 16 bytes. */
  static void comm(int text, CtfNameBytes texts, byte[] buffer, int position) {
    LittleEndian.put64(buffer, position, 0);
    LittleEndian.put64(buffer, position + 8, 0);
    int length = Math.min(texts.length(text), COMM_BYTES - 1);
    byte[] bytes = texts.bytes(text);
    for (int i = 0; i < length; i++) {
      buffer[position + i] = bytes[i];
    }
  }

  private int string(int text, byte[] buffer, int position) {
    int length = texts.length(text);
    System.arraycopy(texts.bytes(text), 0, buffer, position, length);
    buffer[position + length] = 0;
    return position + length + 1;
  }

  private static int textId(TraceEvent event, int field) {
    return event.has(field) ? event.intValue(field) : 0;
  }

  private Field fieldOf(String kernelField) {
    int index = tracepoint.fieldIndex(kernelField);
    return index < 0 ? null : tracepoint.fields().get(index);
  }

  private void compile(Field field, String ctfName, List<Integer> compiled, StringBuilder declared) {
    int operation = operationOf(field);
    int index = field == null ? 0 : tracepoint.fieldIndex(field.name());
    compiled.add(index << OPERATION_BITS | operation);
    declared.append("\t\t").append(typeOf(field)).append(" _").append(identifier(ctfName));
    declared.append(operation == COMM ? "[" + COMM_BYTES + "];\n" : ";\n");
  }

  private int operationOf(Field field) {
    if (field == null) {
      return ZERO;
    }
    if (CtfEventNames.isBiasedPrio(tracepoint.name(), field.name())) {
      return PRIO;
    }
    return switch (field.kind()) {
      case S32, U32 -> INT32;
      case S64, U64, POINTER -> INT64;
      case TEXT -> STRING;
      case COMM -> COMM;
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

  private static int sizeOf(int operation) {
    return switch (operation) {
      case INT64 -> 8;
      case STRING -> 1;
      case COMM -> COMM_BYTES;
      default -> 4;
    };
  }
}

package org.sockmodel.runtime.trace.ctf;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.ctf.tsdl.CtfType;
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
 * Compiles the structures of one stream class to {@link DecodePlan}s. Structures are compiled in the order in which
 * they lie in a stream, because later ones may refer to fields of earlier ones.
 */
final class PlanCompiler {

  private static final int MAX_CODE = 1 << 20;

  /** A field that others refer to. */
  private record Local(int slot, CtfType type) {
  }

  private final Set<String> referenced = new HashSet<>();
  private final Deque<Map<String, Local>> scopes = new ArrayDeque<>();
  private final Map<String, Local> absolute = new HashMap<>();
  private int slots = DecodePlan.FIRST_FREE_SLOT;
  private boolean onByte = true;

  private int[] bits = new int[64];
  private int bitsLength;
  private ByteProgram bytes = new ByteProgram();
  private Map<String, Integer> ownSlots = Map.of();

  /** Notes which fields of a structure are lengths or tags of others. */
  void refer(CtfType type) {
    if (type instanceof StructType struct) {
      struct.members().forEach(member -> refer(member.type()));
    } else if (type instanceof VariantType variant) {
      referenced.add(lastName(String.valueOf(variant.tag())));
      variant.options().forEach(member -> refer(member.type()));
    } else if (type instanceof ArrayType array) {
      refer(array.element());
    } else if (type instanceof SequenceType sequence) {
      referenced.add(lastName(sequence.length()));
      refer(sequence.element());
    }
  }

  /** How many slots the plans of this compiler need. */
  int slots() {
    return slots;
  }

  /** Starts a plan at a position that is on a byte boundary or not. */
  void begin(boolean newOnByte) {
    onByte = newOnByte;
    bitsLength = 0;
    bytes = new ByteProgram();
    if (!onByte) {
      bytes.giveUp();
    }
  }

  DecodePlan end() {
    emit(BitDecoder.END);
    return new DecodePlan(Arrays.copyOf(bits, bitsLength), bytes.first(), onByte);
  }

  /**
   * Adds a dynamic scope to the plan.
   *
   * @param scope its name in references, such as {@code stream.packet.context}
   * @param struct may be null
   * @param newOwnSlots slots of the fields that the reader itself needs, by name
   * @param targets the target of each direct member
   */
  void add(String scope, StructType struct, Map<String, Integer> newOwnSlots, ToIntFunction<String> targets)
      throws TraceException {
    if (struct == null) {
      return;
    }
    ownSlots = newOwnSlots;
    Map<String, Local> locals = struct(struct, targets);
    locals.forEach((name, local) -> absolute.put(scope + "." + name, local));
  }

  private Map<String, Local> struct(StructType struct, ToIntFunction<String> targets) throws TraceException {
    align(struct.align());
    scopes.push(new HashMap<>());
    for (Member member : struct.members()) {
      compile(member, targets.applyAsInt(member.name()));
    }
    return scopes.pop();
  }

  private void compile(Member member, int target) throws TraceException {
    CtfType type = member.type();
    if (type instanceof IntegerType integer) {
      integer(member.name(), integer, type, target);
    } else if (type instanceof EnumType enumeration) {
      integer(member.name(), enumeration.container(), type, target);
    } else if (type instanceof FloatType floating) {
      align(floating.align());
      skip(floating.size());
    } else if (type instanceof StringType) {
      align(8);
      emit(BitDecoder.STRING, target);
      bytes.string(target);
    } else if (type instanceof StructType struct) {
      export(member.name(), struct(struct, name -> DecodePlan.SKIPPED));
    } else if (type instanceof ArrayType array) {
      array(array, target);
    } else if (type instanceof SequenceType sequence) {
      sequence(sequence, target);
    } else if (type instanceof VariantType variant) {
      variant(member.name(), variant);
    }
  }

  private void integer(String name, IntegerType integer, CtfType type, int target) {
    int slot = ownSlots.getOrDefault(name, DecodePlan.NO_SLOT);
    if (slot == DecodePlan.NO_SLOT && referenced.contains(name)) {
      slot = slots++;
    }
    if (slot != DecodePlan.NO_SLOT) {
      bytes.giveUp();
      if (!scopes.isEmpty()) {
        scopes.peek().put(name, new Local(slot, type));
      }
    }
    align(integer.align());
    int flags = (integer.signed() ? BitDecoder.SIGNED : 0) | (integer.bigEndian() ? BitDecoder.BIG_ENDIAN : 0)
        | (integer.isTime() ? BitDecoder.CLOCK : 0);
    emit(BitDecoder.INTEGER, integer.size(), flags, target, slot);
    bytes.integer(integer, target);
    onByte &= integer.size() % 8 == 0;
  }

  private void array(ArrayType array, int target) throws TraceException {
    align(array.align());
    if (onByte && array.element() instanceof IntegerType integer && integer.size() == 8 && integer.align() <= 8) {
      boolean text = integer.text() && target != DecodePlan.SKIPPED;
      emit(BitDecoder.CHARACTERS, array.length(), text ? target : DecodePlan.SKIPPED);
      bytes.characters(array.length(), text ? target : DecodePlan.SKIPPED);
      return;
    }
    bytes.giveUp();
    int loop = emit(BitDecoder.LOOP, array.length(), DecodePlan.NO_SLOT, 0);
    body(loop, array.element());
  }

  private void sequence(SequenceType sequence, int target) throws TraceException {
    bytes.giveUp();
    Local length = find(sequence.length());
    align(sequence.align());
    if (onByte && sequence.element() instanceof IntegerType integer && integer.size() == 8 && integer.align() <= 8) {
      emit(BitDecoder.CHARACTER_SEQUENCE, length.slot(), integer.text() ? target : DecodePlan.SKIPPED);
      return;
    }
    int loop = emit(BitDecoder.LOOP, 0, length.slot(), 0);
    body(loop, sequence.element());
  }

  /** Compiles what is repeated; a repetition of nothing is left out, so that no length makes it long. */
  private void body(int loop, CtfType element) throws TraceException {
    int start = bitsLength;
    compile(new Member("", element), DecodePlan.SKIPPED);
    if (bitsLength == start) {
      bitsLength = loop;
      return;
    }
    emit(BitDecoder.END_LOOP);
    bits[loop + 3] = bitsLength;
    onByte &= element.align() >= 8;
  }

  private void variant(String name, VariantType variant) throws TraceException {
    bytes.giveUp();
    Local tag = find(String.valueOf(variant.tag()));
    if (!(tag.type() instanceof EnumType enumeration)) {
      throw new TraceException("the tag " + variant.tag() + " of a variant is no enumeration");
    }
    int cases = (int) enumeration.ranges().stream().filter(range -> option(variant, range) != null).count();
    emit(BitDecoder.SWITCH, tag.slot(), cases);
    int table = bitsLength;
    for (int i = 0; i < cases; i++) {
      emit(0, 0, 0, 0, 0);
    }
    int[] ends = new int[cases];
    int index = 0;
    boolean before = onByte;
    boolean after = true;
    Map<String, Local> exported = new HashMap<>();
    for (Range range : enumeration.ranges()) {
      Member option = option(variant, range);
      if (option == null) {
        continue;
      }
      setCase(table + 5 * index, range);
      onByte = before;
      scopes.push(new HashMap<>());
      compile(new Member(option.name(), option.type()), DecodePlan.SKIPPED);
      exported.putAll(scopes.pop());
      after &= onByte;
      ends[index++] = emit(BitDecoder.JUMP, 0) + 1;
    }
    for (int end : ends) {
      bits[end] = bitsLength;
    }
    onByte = before && after;
    export(name, exported);
  }

  private void setCase(int at, Range range) {
    bits[at] = (int) (range.low() >>> 32);
    bits[at + 1] = (int) range.low();
    bits[at + 2] = (int) (range.high() >>> 32);
    bits[at + 3] = (int) range.high();
    bits[at + 4] = bitsLength;
  }

  private static Member option(VariantType variant, Range range) {
    for (Member option : variant.options()) {
      if (option.name().equals(range.label()) || option.name().equals("_" + range.label())) {
        return option;
      }
    }
    return null;
  }

  private void export(String prefix, Map<String, Local> locals) {
    if (!scopes.isEmpty()) {
      locals.forEach((name, local) -> scopes.peek().put(prefix + "." + name, local));
    }
  }

  private Local find(String path) throws TraceException {
    for (Map<String, Local> scope : scopes) {
      Local local = scope.get(path);
      if (local != null) {
        return local;
      }
    }
    Local local = absolute.get(path);
    if (local == null) {
      for (String scope : new String[] {"event.fields.", "event.context.", "stream.event.context.",
          "stream.event.header.", "stream.packet.context.", "trace.packet.header."}) {
        local = local == null ? absolute.get(scope + path) : local;
      }
    }
    if (local == null && path.startsWith("event.fields.")) {
      return find(path.substring("event.fields.".length()));
    }
    if (local == null) {
      throw new TraceException("a length or a tag refers to the field " + path + ", which is not before it");
    }
    return local;
  }

  private void align(int align) {
    if (align > 8 || align > 1 && !onByte) {
      emit(BitDecoder.ALIGN, align);
      if (align % 8 == 0) {
        bytes.align(align / 8);
        onByte = true;
      }
    }
  }

  private void skip(int size) {
    emit(BitDecoder.SKIP, size);
    bytes.skip(size);
    onByte &= size % 8 == 0;
  }

  private int emit(int... words) {
    if (bitsLength + words.length > bits.length) {
      if (bits.length >= MAX_CODE) {
        throw new IllegalStateException("structure too large");
      }
      bits = Arrays.copyOf(bits, bits.length * 2);
    }
    System.arraycopy(words, 0, bits, bitsLength, words.length);
    bitsLength += words.length;
    return bitsLength - words.length;
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}

package org.sockmodel.runtime.trace.ctf.tsdl;

import java.util.List;

/** A type of CTF 1.8. Sizes and alignments are in bits. */
public sealed interface CtfType {

  /** On a multiple of how many bits a value begins. */
  int align();

  /**
   * An integer.
   *
   * @param size 1 to 64 bits
   * @param base in which base people read it
   * @param text whether it is a character
   * @param clock the name of the clock whose time it is; empty if it is no time
   */
  record IntegerType(int size, boolean signed, boolean bigEndian, int align, int base, boolean text, String clock)
      implements CtfType {

    public boolean isTime() {
      return !clock.isEmpty();
    }
  }

  /** A floating point number. */
  record FloatType(int size, int align) implements CtfType {
  }

  /** A text that ends with a NUL byte. */
  record StringType() implements CtfType {
    @Override
    public int align() {
      return 8;
    }
  }

  /** Fields one after the other. */
  record StructType(List<Member> members, int minAlign) implements CtfType {
    @Override
    public int align() {
      int align = minAlign;
      for (Member member : members) {
        align = Math.max(align, member.type().align());
      }
      return align;
    }

    /** The member of that name, or null. */
    public CtfType member(String name) {
      for (Member member : members) {
        if (member.name().equals(name)) {
          return member.type();
        }
      }
      return null;
    }
  }

  /** One of several fields, as a tag says. */
  record VariantType(String tag, List<Member> options) implements CtfType {
    @Override
    public int align() {
      return 1;
    }
  }

  /** An integer whose values have names. */
  record EnumType(IntegerType container, List<Range> ranges) implements CtfType {
    @Override
    public int align() {
      return container.align();
    }
  }

  /** The values that have one name in an enumeration. */
  record Range(String label, long low, long high) {
  }

  /** So many elements. */
  record ArrayType(CtfType element, int length) implements CtfType {
    @Override
    public int align() {
      return element.align();
    }
  }

  /** As many elements as another field says. */
  record SequenceType(CtfType element, String length) implements CtfType {
    @Override
    public int align() {
      return element.align();
    }
  }

  /** A field. */
  record Member(String name, CtfType type) {
  }
}

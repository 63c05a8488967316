package org.sockmodel.runtime.kernel.families.query;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.sockmodel.runtime.kernel.families.profile.DeclaredFamily;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;

/**
 * Reads {@code socket()}'s arguments as people write them: decimal numbers of 32 bits, {@code 0x} numbers, or names;
 * the parts of a type may be joined by {@code |}. Works on bytes and allocates nothing.
 */
public final class SocketNumbers {

  /** Which argument a text is. */
  public enum Argument {
    DOMAIN("an address family", "AF_INET"),
    TYPE("a socket type", "SOCK_STREAM|SOCK_NONBLOCK"),
    PROTOCOL("a protocol", "IPPROTO_UDP");

    private final String what;
    private final String example;

    Argument(String what, String example) {
      this.what = what;
      this.example = example;
    }
  }

  /** A message shows so much of a text. */
  private static final int SHOWN = 60;

  /** What {@link #read} gives for a text that is no number; no number of 32 bits is equal to it. */
  static final long WRONG = Long.MIN_VALUE;

  private final NameTable families;
  private final NameTable types;
  private final NameTable protocols;

  /** Knows Linux's names and those of the families that the kernel declares. */
  public SocketNumbers(KernelProfile profile) {
    Map<String, Integer> familyNames = new TreeMap<>();
    Map<String, Integer> typeNames = new TreeMap<>();
    Map<String, Integer> protocolNames = new TreeMap<>();
    SocketNames.numbers().forEach((name, number) -> {
      if (name.startsWith("SOCK_")) {
        typeNames.put(name, number);
      } else {
        protocolNames.put(name, number);
        if (name.startsWith("AF_") || name.startsWith("PF_") && !name.equals("PF_KEY_V2")) {
          familyNames.put(name, number);
        }
      }
    });
    for (DeclaredFamily declared : profile.families()) {
      familyNames.put(declared.family().name(), declared.family().number());
    }
    families = new NameTable(familyNames);
    types = new NameTable(typeNames);
    protocols = new NameTable(protocolNames);
  }

  /**
   * The number of a text.
   *
   * @throws IllegalArgumentException if it is none; the message says what to write
   */
  public int number(Argument argument, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long number = read(argument, bytes, 0, bytes.length);
    if (number == WRONG) {
      throw new IllegalArgumentException(wrong(argument, text));
    }
    return (int) number;
  }

  /** What to say of a text that is no such argument. */
  static String wrong(Argument argument, String text) {
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    String quoted = text.isEmpty() ? "an empty text" : "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
    return quoted + " is not " + argument.what + "; write a 32-bit number or a name such as " + argument.example;
  }

  /** The number of the text in the buffer, or {@link #WRONG}. */
  long read(Argument argument, byte[] buffer, int from, int to) {
    if (argument != Argument.TYPE) {
      return part(argument == Argument.DOMAIN ? families : protocols, buffer, from, to);
    }
    long all = 0;
    int begin = from;
    for (int i = from; i <= to; i++) {
      if (i == to || buffer[i] == '|') {
        long part = part(types, buffer, begin, i);
        if (part == WRONG) {
          return WRONG;
        }
        all |= part;
        begin = i + 1;
      }
    }
    return (int) all;
  }

  private static long part(NameTable names, byte[] buffer, int from, int to) {
    if (from == to) {
      return WRONG;
    }
    byte first = buffer[from];
    if (first >= '0' && first <= '9' || first == '-') {
      return first == '0' && to - from > 2 && (buffer[from + 1] | 0x20) == 'x'
          ? hexadecimal(buffer, from + 2, to)
          : decimal(buffer, from, to);
    }
    int slot = names.find(buffer, from, to);
    return slot == NameTable.NONE ? WRONG : names.number(slot);
  }

  private static long decimal(byte[] buffer, int from, int to) {
    boolean negative = buffer[from] == '-';
    int begin = negative ? from + 1 : from;
    if (begin == to) {
      return WRONG;
    }
    long number = 0;
    for (int i = begin; i < to; i++) {
      int digit = buffer[i] - '0';
      number = number * 10 + digit;
      if (digit < 0 || digit > 9 || number > 1L + Integer.MAX_VALUE) {
        return WRONG;
      }
    }
    long signed = negative ? -number : number;
    return signed == (int) signed ? signed : WRONG;
  }

  private static long hexadecimal(byte[] buffer, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(buffer[i], 16);
      number = number << 4 | digit;
      if (digit < 0 || number > 0xffff_ffffL) {
        return WRONG;
      }
    }
    return (int) number;
  }
}

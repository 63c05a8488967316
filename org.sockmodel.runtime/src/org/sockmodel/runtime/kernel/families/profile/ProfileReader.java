package org.sockmodel.runtime.kernel.families.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.sockmodel.runtime.model.FamilyDeclaration;
import org.sockmodel.runtime.model.Protosw;

/**
 * Reads a {@code .families} file. Words stand apart by blanks, {@code #} begins a comment:
 *
 * <pre>
 *   kernel NAME   version MAJOR.MINOR   inlined SYMBOL...
 *   option NAME NUMBER
 *   family NAME = NUMBER {
 *     create SYMBOL
 *     builtin | absent | module NAME
 *     protosw TYPE PROTOCOL { prot SYMBOL  ops SYMBOL  flags FLAG...  capability NAME  module NAME }
 *   }
 * </pre>
 */
final class ProfileReader {

  private static final Set<String> FLAGS = Set.of("PERMANENT", "REUSE", "ICSK");

  private record Word(String text, int line) {
  }

  private final String file;
  private final List<Word> words = new ArrayList<>();
  private int next;
  private String name;
  private KernelVersion version;
  private final Set<String> inlined = new TreeSet<>();
  private final Map<String, KernelOption> options = new TreeMap<>();
  private final List<DeclaredFamily> families = new ArrayList<>();

  ProfileReader(String file, String text) {
    this.file = file;
    String[] lines = text.split("\r?\n");
    for (int i = 0; i < lines.length; i++) {
      int comment = lines[i].indexOf('#');
      String line = comment < 0 ? lines[i] : lines[i].substring(0, comment);
      for (String word : line.strip().split("\\s+")) {
        if (!word.isEmpty()) {
          words.add(new Word(word, i + 1));
        }
      }
    }
  }

  KernelProfile read() {
    while (next < words.size()) {
      Word word = take();
      switch (word.text) {
        case "kernel" -> name = take().text;
        case "version" -> version = KernelVersion.of(take().text);
        case "inlined" -> restOfLine(word.line, inlined::add);
        case "option" -> option(word.line);
        case "family" -> family(word.line);
        default -> throw wrong(word, "expected kernel, version, inlined, option or family");
      }
    }
    if (name == null || version == null) {
      throw new IllegalArgumentException(file + ": the kernel's name or version is missing");
    }
    return new KernelProfile(name, version, inlined, options, families);
  }

  private void option(int line) {
    String option = take().text;
    options.put(option, new KernelOption(option, number(take()), file + ":" + line));
  }

  private void family(int line) {
    String familyName = take().text;
    expect("=");
    FamilyDeclaration family = new FamilyDeclaration(familyName, (int) number(take()), line);
    expect("{");
    for (Word word = take(); !word.text.equals("}"); word = take()) {
      switch (word.text) {
        case "create" -> family.create(take().text);
        case "builtin" -> { }
        case "absent" -> family.absent();
        case "module" -> family.module(take().text);
        case "protosw" -> family.protosw(protosw(word.line));
        default -> throw wrong(word, "expected create, builtin, absent, module, protosw or }");
      }
    }
    families.add(new DeclaredFamily(family, file));
  }

  private Protosw protosw(int line) {
    Protosw protosw = new Protosw(constant(take()), constant(take()), line);
    expect("{");
    for (Word word = take(); !word.text.equals("}"); word = take()) {
      switch (word.text) {
        case "prot" -> protosw.prot(take().text);
        case "ops" -> protosw.ops(take().text);
        case "capability" -> protosw.capability(take().text);
        case "module" -> protosw.module(take().text);
        case "flags" -> flags(protosw);
        default -> throw wrong(word, "expected prot, ops, flags, capability, module or }");
      }
    }
    return protosw;
  }

  private void flags(Protosw protosw) {
    while (next < words.size() && FLAGS.contains(words.get(next).text)) {
      protosw.flag(take().text);
    }
  }

  private int constant(Word word) {
    Integer number = SocketNames.number(word.text);
    if (number == null) {
      throw wrong(word, "expected a number or the name of a type or a protocol");
    }
    return number;
  }

  private long number(Word word) {
    try {
      return Long.parseLong(word.text);
    } catch (NumberFormatException e) {
      throw wrong(word, "expected a number");
    }
  }

  private void restOfLine(int line, Consumer<String> taker) {
    while (next < words.size() && words.get(next).line == line) {
      taker.accept(take().text);
    }
  }

  private void expect(String text) {
    Word word = take();
    if (!word.text.equals(text)) {
      throw wrong(word, "expected " + text);
    }
  }

  private Word take() {
    if (next == words.size()) {
      throw new IllegalArgumentException(file + ": the text ends in the middle of a declaration");
    }
    return words.get(next++);
  }

  private IllegalArgumentException wrong(Word word, String expected) {
    return new IllegalArgumentException(file + ":" + word.line + ": " + expected + ", found " + word.text);
  }
}

package org.sockmodel.tests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The lines from a method's first statement to its last, read from the line numbers that the compiler notes.
 *
 * <p>Constructors are left out, because the initializers of fields stand among their lines.
 */
record MethodSpan(Path source, String name, int firstLine, int lastLine) {

  /** The spans of all methods of a bundle whose source is below its src folder. */
  static List<MethodSpan> of(Path bundle) {
    List<MethodSpan> spans = new ArrayList<>();
    try (Stream<Path> files = Files.walk(bundle.resolve("target/classes"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        ClassReader type = new ClassReader(Files.readAllBytes(file));
        type.accept(new SpanReader(bundle.resolve("src"), type.getClassName(), spans), ClassReader.SKIP_FRAMES);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return spans;
  }

  int lines() {
    return lastLine - firstLine + 1;
  }

  /** Collects the spans of one class. */
  private static final class SpanReader extends ClassVisitor {
    private final Path folder;
    private final List<MethodSpan> spans;
    private Path source;

    SpanReader(Path sources, String className, List<MethodSpan> spans) {
      super(Opcodes.ASM9);
      this.folder = sources.resolve(className).getParent();
      this.spans = spans;
    }

    @Override
    public void visitSource(String file, String debug) {
      source = folder.resolve(file);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
      boolean written = source != null && Files.exists(source) && !name.startsWith("<");
      return written ? new LineReader(name) : null;
    }

    /** Notes the first and the last line of one method. */
    private final class LineReader extends MethodVisitor {
      private final String name;
      private int first = Integer.MAX_VALUE;
      private int last;

      LineReader(String name) {
        super(Opcodes.ASM9);
        this.name = name;
      }

      @Override
      public void visitLineNumber(int line, Label start) {
        first = Math.min(first, line);
        last = Math.max(last, line);
      }

      @Override
      public void visitEnd() {
        if (last > 0) {
          spans.add(new MethodSpan(source, name, first, last));
        }
      }
    }
  }
}

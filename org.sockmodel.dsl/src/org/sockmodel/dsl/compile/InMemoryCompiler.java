package org.sockmodel.dsl.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.internal.compiler.ClassFile;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.ModuleBinding;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;

/**
 * Compiles Java 17 sources to class files in memory with ECJ, so it needs no JDK. What the sources refer to is looked
 * up through a class loader, which works alike for folders, jars and OSGi bundles.
 *
 * <p>Cost: some 100 ms for the first compilation of a JVM, a few ms for a model after that.
 */
final class InMemoryCompiler {

  private final ClassLoader classPath;

  /**
   * @param classPath finds the classes that sources refer to
   */
  InMemoryCompiler(ClassLoader classPath) {
    this.classPath = classPath;
  }

  /**
   * Compiles {@code sources}.
   *
   * @param sources source texts by path, {@code a/b/C.java}
   * @return class files by class name, {@code a.b.C}
   * @throws IllegalStateException if a source does not compile
   */
  Map<String, byte[]> compile(Map<String, CharSequence> sources) {
    List<ICompilationUnit> units = new ArrayList<>();
    sources.forEach((path, text) -> units.add(new SourceUnit(path, text.toString())));
    Map<String, byte[]> classes = new HashMap<>();
    List<String> errors = new ArrayList<>();
    Compiler compiler = new Compiler(new ClassLoaderEnvironment(classPath, units),
        DefaultErrorHandlingPolicies.proceedWithAllProblems(), options(),
        result -> collect(result, classes, errors), new DefaultProblemFactory(Locale.ROOT));
    compiler.compile(units.toArray(ICompilationUnit[]::new));
    if (!errors.isEmpty()) {
      throw new IllegalStateException("the generated code does not compile: " + String.join("; ", errors));
    }
    return classes;
  }

  private static void collect(CompilationResult result, Map<String, byte[]> classes, List<String> errors) {
    if (result.hasErrors()) {
      for (CategorizedProblem problem : result.getErrors()) {
        errors.add(new String(result.getFileName()) + ":" + problem.getSourceLineNumber() + ": "
            + problem.getMessage());
      }
      return;
    }
    for (ClassFile file : result.getClassFiles()) {
      classes.put(new String(file.fileName()).replace('/', '.'), file.getBytes());
    }
  }

  private static CompilerOptions options() {
    Map<String, String> settings = new HashMap<>();
    settings.put(CompilerOptions.OPTION_Source, CompilerOptions.VERSION_17);
    settings.put(CompilerOptions.OPTION_Compliance, CompilerOptions.VERSION_17);
    settings.put(CompilerOptions.OPTION_TargetPlatform, CompilerOptions.VERSION_17);
    return new CompilerOptions(settings);
  }

  /** One source in memory. */
  private static final class SourceUnit implements ICompilationUnit {

    private final String path;
    private final String text;

    SourceUnit(String path, String text) {
      this.path = path;
      this.text = text;
    }

    @Override
    public char[] getFileName() {
      return path.toCharArray();
    }

    @Override
    public char[] getContents() {
      return text.toCharArray();
    }

    @Override
    public char[] getMainTypeName() {
      return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.')).toCharArray();
    }

    @Override
    public ModuleBinding module(LookupEnvironment environment) {
      return environment.UnNamedModule;
    }

    @Override
    public char[][] getPackageName() {
      String[] folders = path.substring(0, path.lastIndexOf('/')).split("/");
      char[][] name = new char[folders.length][];
      for (int i = 0; i < folders.length; i++) {
        name[i] = folders[i].toCharArray();
      }
      return name;
    }
  }
}

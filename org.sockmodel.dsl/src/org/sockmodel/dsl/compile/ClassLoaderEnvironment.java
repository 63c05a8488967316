package org.sockmodel.dsl.compile;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFormatException;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;

/**
 * Where the compiler finds types: among the sources it compiles, then through a class loader. A class loader cannot
 * list packages, so a name is taken for a package if it leads to one of the sources, or if its last part begins with a
 * small letter and there is no class of that name.
 */
final class ClassLoaderEnvironment implements INameEnvironment {

  private final ClassLoader loader;
  private final Map<String, ICompilationUnit> sources = new HashMap<>();
  private final Set<String> packages = new HashSet<>();

  ClassLoaderEnvironment(ClassLoader loader, List<ICompilationUnit> units) {
    this.loader = loader;
    for (ICompilationUnit unit : units) {
      String packageName = name(unit.getPackageName(), null);
      sources.put(packageName + "." + new String(unit.getMainTypeName()), unit);
      for (String name = packageName; !name.isEmpty(); name = name.substring(0, Math.max(0, name.lastIndexOf('.')))) {
        packages.add(name);
      }
    }
  }

  @Override
  public NameEnvironmentAnswer findType(char[][] compoundName) {
    return find(name(compoundName, null));
  }

  @Override
  public NameEnvironmentAnswer findType(char[] typeName, char[][] packageName) {
    return find(name(packageName, typeName));
  }

  @Override
  public boolean isPackage(char[][] parentName, char[] packageName) {
    String name = name(parentName, packageName);
    if (packages.contains(name)) {
      return true;
    }
    return Character.isLowerCase(packageName[0]) && find(name) == null;
  }

  @Override
  public void cleanup() {
    // Nothing is kept open.
  }

  private NameEnvironmentAnswer find(String name) {
    ICompilationUnit source = sources.get(name);
    if (source != null) {
      return new NameEnvironmentAnswer(source, null);
    }
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = open(resource)) {
      return in == null ? null : new NameEnvironmentAnswer(ClassFileReader.read(in, resource), null);
    } catch (IOException | ClassFormatException e) {
      throw new IllegalStateException("cannot read class " + name, e);
    }
  }

  private InputStream open(String resource) {
    InputStream in = loader.getResourceAsStream(resource);
    return in != null ? in : ClassLoader.getSystemResourceAsStream(resource);
  }

  private static String name(char[][] qualifier, char[] last) {
    Stream<char[]> parts = qualifier == null ? Stream.empty() : Stream.of(qualifier);
    return Stream.concat(parts, Stream.ofNullable(last)).map(String::new).collect(Collectors.joining("."));
  }
}

package org.sockmodel.tests.ide;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sockmodel.dsl.cli.SockModelCli;
import org.sockmodel.tests.checkout.Checkout;

/** {@code sockmodel lsp} as a process of its own, started from the classes under test, also where OSGi loads them. */
final class ServerProcess {

  /** A class of each library that the server needs, reached through the language's own class loader. */
  private static final List<String> LIBRARIES = List.of(
      "org.eclipse.xtext.Grammar", "org.eclipse.xtext.util.Strings", "org.eclipse.xtext.ide.server.LanguageServerImpl",
      "org.eclipse.xtext.xbase.lib.Pure", "org.eclipse.xtend2.lib.StringConcatenation",
      "org.eclipse.emf.common.util.URI", "org.eclipse.emf.ecore.EObject", "org.eclipse.emf.ecore.xmi.XMIResource",
      "org.antlr.runtime.Token", "org.eclipse.lsp4j.Position", "org.eclipse.lsp4j.jsonrpc.Launcher",
      "com.google.inject.Guice", "jakarta.inject.Inject", "org.aopalliance.intercept.MethodInterceptor",
      "com.google.common.collect.ImmutableList", "com.google.common.util.concurrent.internal.InternalFutures",
      "com.google.gson.Gson", "org.eclipse.jdt.core.compiler.CategorizedProblem", "picocli.CommandLine",
      "org.apache.log4j.Logger", "org.eclipse.core.runtime.OperationCanceledException", "org.HdrHistogram.Histogram");

  private ServerProcess() {
  }

  static Process start(Path errors, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath(), SockModelCli.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(errors.toFile()).start();
  }

  private static String classPath() {
    Set<String> entries = new LinkedHashSet<>();
    entries.add(Checkout.classes("org.sockmodel.dsl").toString());
    entries.add(Checkout.root().resolve("org.sockmodel.dsl").toString());
    String quick = System.getProperty("java.class.path");
    if (quick.contains("org.eclipse.xtext.ide")) {
      entries.add(quick);
    } else {
      entries.add(Checkout.classes("org.sockmodel.runtime").toString());
      LIBRARIES.forEach(library -> entries.addAll(origin(library)));
    }
    return String.join(File.pathSeparator, entries);
  }

  private static List<String> origin(String type) {
    for (ClassLoader loader : List.of(SockModelCli.class.getClassLoader(), ServerProcess.class.getClassLoader(),
        com.google.inject.Guice.class.getClassLoader(), com.google.common.collect.Lists.class.getClassLoader(),
        org.eclipse.emf.ecore.EObject.class.getClassLoader(), org.eclipse.xtext.Grammar.class.getClassLoader())) {
      try {
        CodeSource source = loader.loadClass(type).getProtectionDomain().getCodeSource();
        return List.of(new File(source.getLocation().getPath()).getPath());
      } catch (ClassNotFoundException e) {
        // Another bundle may see it.
      }
    }
    throw new IllegalStateException("no bundle has " + type);
  }
}

package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.tests.checkout.Checkout;

/** What the command line says of itself, and what it needs for that. */
class UsageTest {

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "run", "check", "generate", "generate a.sockmodel", "analyze",
      "run a.sockmodel --seed x", "run a.sockmodel --nonsense", "analyze a b",
      "analyze --no-such-option"})
  void shouldEndWithTwoIfItIsUsedWrongly(String arguments) {
    CommandRun run = CommandRun.of((Object[]) (arguments.isEmpty() ? new String[0] : arguments.split(" ")));
    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "run --help", "check --help", "generate --help", "analyze --help"})
  void shouldShowHelp(String arguments) {
    CommandRun run = CommandRun.of((Object[]) arguments.split(" "));
    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
    assertTrue(run.out().startsWith("Usage: sockmodel "), run.out());
  }

  @Test
  void shouldTellItsVersion() {
    CommandRun run = CommandRun.of("--version");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().startsWith("sockmodel "), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "run --help", "analyze no-such-trace"})
  void shouldNotNeedTheLanguage(String arguments) throws Exception {
    try (URLClassLoader withoutXtext = withoutXtext()) {
      assertThrows(ClassNotFoundException.class, () -> withoutXtext.loadClass("org.eclipse.xtext.Grammar"));
      int exitCode = execute(withoutXtext, arguments.split(" "));
      assertEquals(arguments.startsWith("analyze") ? 1 : 0, exitCode);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "analyze"})
  void shouldSayInOneLineThatAFolderHoldsNothing(String command) {
    CommandRun run = CommandRun.of(command, folder);
    assertEquals(1, run.exitCode());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void shouldNameTheTraceThatIsMissing() {
    CommandRun run = CommandRun.of("analyze", folder.resolve("none"));
    assertEquals(1, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith(folder.resolve("none").toString()), run.err());
    assertEquals(1, run.err().lines().count());
  }

  private static int execute(ClassLoader loader, String[] arguments) throws ReflectiveOperationException {
    Class<?> cli = loader.loadClass("org.sockmodel.dsl.cli.SockModelCli");
    Object commandLine = cli.getMethod("commandLine", String[].class).invoke(null, (Object) arguments);
    Method execute = commandLine.getClass().getMethod("execute", String[].class);
    return (int) execute.invoke(commandLine, (Object) arguments);
  }

  /** A class loader that has the bundles' own classes and the libraries of the runtime, but nothing of Xtext. */
  private static URLClassLoader withoutXtext() throws MalformedURLException {
    List<URL> urls = List.of(
        Checkout.classes("org.sockmodel.runtime").toUri().toURL(),
        Checkout.classes("org.sockmodel.dsl").toUri().toURL(),
        origin(picocli.CommandLine.class),
        origin(com.google.gson.Gson.class),
        origin(org.HdrHistogram.Histogram.class));
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static URL origin(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}

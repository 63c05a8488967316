import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Checks that every bundle of an assembled Eclipse finds all that it requires and imports there; a running Eclipse only
 * logs what it does not find. Fragments of other platforms are expected to be left out.
 *
 * <pre>
 *   java -cp plugins/org.eclipse.osgi_*.jar CheckBundles.java FOLDER OS WS ARCH
 * </pre>
 */
public final class CheckBundles {

  private CheckBundles() {
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path storage = Files.createTempDirectory("check-bundles");
    Map<String, String> platform = Map.of(
        Constants.FRAMEWORK_STORAGE, storage.toString(), Constants.FRAMEWORK_STORAGE_CLEAN, "onFirstInit",
        "osgi.os", arguments[1], "osgi.ws", arguments[2], "osgi.arch", arguments[3]);
    Framework framework = ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(platform);
    framework.init();
    List<Bundle> bundles = install(framework, folder.resolve("plugins"));
    framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
    List<String> problems = new ArrayList<>();
    for (Bundle bundle : bundles) {
      if ((bundle.getState() & (Bundle.INSTALLED | Bundle.UNINSTALLED)) != 0) {
        problems.add(problem(bundle));
      }
    }
    framework.stop();
    framework.waitForStop(0);
    delete(storage);
    problems.forEach(System.err::println);
    System.out.println(folder + ": " + (bundles.size() - problems.size()) + " of " + bundles.size()
        + " bundles find what they need");
    System.exit(problems.isEmpty() ? 0 : 1);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static List<Bundle> install(Framework framework, Path plugins) throws IOException, BundleException {
    List<Bundle> bundles = new ArrayList<>();
    try (Stream<Path> files = Files.list(plugins)) {
      for (Path file : files.sorted().toList()) {
        if (!file.getFileName().toString().startsWith("org.eclipse.osgi_")) {
          bundles.add(framework.getBundleContext().installBundle("reference:" + file.toUri()));
        }
      }
    }
    return bundles;
  }

  /** Starting a bundle tells why it cannot be resolved; a fragment, which cannot be started, is named alone. */
  private static String problem(Bundle bundle) {
    if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
      try {
        bundle.start();
      } catch (BundleException e) {
        return e.getMessage();
      }
    }
    return bundle.getSymbolicName() + ": its host, or what it requires, is not there";
  }
}

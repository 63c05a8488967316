package org.sockmodel.dsl.library;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.sockmodel.runtime.model.MachineDeclaration;

/**
 * The models that come with the language, as files of the bundle: those of Linux in its folder {@code library}, those
 * of published measurements in {@code validation}.
 */
public final class ShippedLibrary {

  private static final String EXTENSION = ".sockmodel";
  private static final List<String> PUBLISHED = List.of(
      "napi-60", "napi-128", "napi-256", "napi-512", "napi-1024", "napi-1440",
      "moderation-light", "moderation-busy",
      "livelock-10k", "livelock-20k", "livelock-30k", "livelock-40k", "livelock-50k",
      "livelock-60k", "livelock-70k", "livelock-80k", "livelock-90k", "livelock-110k",
      "queue-md1", "queue-mm1",
      "fullbusy-200k", "suspend-20us-200k", "defer-20us-200k", "napibusy-200k", "defer-200us-200k",
      "suspend-20us-400k", "defer-20us-400k", "napibusy-400k", "defer-base-400k", "defer-200us-400k",
      "napibusy-600k", "suspend-20us-600k", "defer-20us-600k", "defer-base-600k", "defer-200us-600k",
      "fullbusy-800k", "napibusy-800k", "suspend-20us-800k", "defer-20us-800k", "defer-base-800k", "defer-200us-800k",
      "fullbusy-1000k", "napibusy-1000k", "suspend-20us-1000k", "defer-200us-1000k", "defer-base-1000k",
      "defer-20us-1000k",
      "host-stack-gro", "host-stack-jumbo", "host-stack-arfs");
  private static final String KERNEL_PREFIX = "linux.";

  private ShippedLibrary() {
  }

  /** Where a model of the library is; empty if there is none of this name. */
  public static Optional<URI> find(String qualifiedName) {
    return resource("/library/" + qualifiedName.replace('.', '/') + EXTENSION);
  }

  /** Where a shipped model of a published measurement is; empty if there is none of this name. */
  public static Optional<URI> validation(String name) {
    return PUBLISHED.contains(name) ? resource("/validation/" + name + EXTENSION) : Optional.empty();
  }

  /** The shipped models of published measurements, in the order of {@code validate}'s table. */
  public static List<String> validations() {
    return PUBLISHED;
  }

  /** The kernels that a machine may run, as a model writes them: {@code linux.v6_18}. */
  public static List<String> kernels() {
    return MachineDeclaration.KERNELS.stream().map(profile -> KERNEL_PREFIX + profile).toList();
  }

  private static Optional<URI> resource(String path) {
    URL url = ShippedLibrary.class.getResource(path);
    return Optional.ofNullable(url).map(found -> URI.createURI(found.toString()));
  }

  /** The id of the kernel profile that {@code kernel linux.v6_18} names; empty if there is none. */
  public static Optional<String> profile(String kernel) {
    return Optional.of(kernel)
        .filter(kernels()::contains)
        .map(known -> known.substring(KERNEL_PREFIX.length()));
  }

  /** Where the families of a kernel profile are declared. */
  public static Optional<URI> families(String profile) {
    return find(KERNEL_PREFIX + profile + ".profile");
  }
}

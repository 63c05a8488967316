package org.sockmodel.dsl.library;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.sockmodel.runtime.kernel.cpu.PathProfile;

/** The models of Linux that come with the language, as files in the bundle's folder {@code library}. */
public final class ShippedLibrary {

  private static final String KERNEL_PREFIX = "linux.";

  private ShippedLibrary() {
  }

  /** Where a model of the library is; empty if there is none of this name. */
  public static Optional<URI> find(String qualifiedName) {
    String path = "/library/" + qualifiedName.replace('.', '/') + ".sockmodel";
    URL url = ShippedLibrary.class.getResource(path);
    return Optional.ofNullable(url).map(found -> URI.createURI(found.toString()));
  }

  /** The kernels that a machine may run, as a model writes them: {@code linux.v6_18}. */
  public static List<String> kernels() {
    return PathProfile.KERNELS.stream().map(profile -> KERNEL_PREFIX + profile).toList();
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

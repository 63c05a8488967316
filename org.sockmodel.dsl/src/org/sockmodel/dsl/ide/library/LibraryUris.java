package org.sockmodel.dsl.ide.library;

import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.server.UriExtensions;

/**
 * Addresses as an editor can open them: a model of the shipped library, which lies in a jar, is copied into a folder of
 * this process when it is first named. The copy can only be read, and is gone with the process.
 */
@Singleton
public class LibraryUris extends UriExtensions {

  private static final String LIBRARY = "/library/";

  private final Map<URI, URI> copies = new HashMap<>();
  private Path folder;

  @Override
  public synchronized String toUriString(URI uri) {
    boolean shipped = !uri.isFile() && !uri.isRelative() && uri.toString().contains(LIBRARY);
    return super.toUriString(shipped ? copies.computeIfAbsent(uri.trimFragment(), this::copy) : uri);
  }

  private URI copy(URI uri) {
    String name = uri.toString();
    try (InputStream in = new URL(name).openStream()) {
      Path copy = folder().resolve(name.substring(name.lastIndexOf(LIBRARY) + LIBRARY.length()));
      Files.createDirectories(copy.getParent());
      Files.copy(in, copy);
      copy.toFile().setReadOnly();
      forget(copy);
      return URI.createFileURI(copy.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("sockmodel-library-");
      folder.toFile().deleteOnExit();
    }
    return folder;
  }

  /** The last to be named is the first to be deleted, so a folder is named before what is in it. */
  private void forget(Path copy) {
    Path within = folder;
    for (Path part : folder.relativize(copy)) {
      within = within.resolve(part);
      within.toFile().deleteOnExit();
    }
  }
}

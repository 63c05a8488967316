package org.sockmodel.dsl.ide.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.util.IFileSystemScanner;
import org.sockmodel.dsl.compile.ModelLoader;

/** Finds the models of a folder. Hidden folders and those that builds fill are not looked into. */
final class ModelFileScanner implements IFileSystemScanner {

  private static final String EXTENSION = ".sockmodel";
  private static final Set<String> BUILT = Set.of("target", "node_modules");

  @Override
  public void scan(URI root, IAcceptor<URI> found) {
    Path folder = Path.of(root.toFileString());
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.walkFileTree(folder, new ModelVisitor(folder, found));
    } catch (IOException e) {
      // A folder that cannot be read has no models to show.
    }
  }

  /** Tells each model file. */
  private static final class ModelVisitor extends SimpleFileVisitor<Path> {

    private final Path root;
    private final IAcceptor<URI> found;

    ModelVisitor(Path root, IAcceptor<URI> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
      boolean skip = !folder.equals(root) && (name.startsWith(".") || BUILT.contains(name));
      return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.toString().endsWith(EXTENSION)) {
        found.accept(ModelLoader.uri(file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
      return FileVisitResult.CONTINUE;
    }
  }
}

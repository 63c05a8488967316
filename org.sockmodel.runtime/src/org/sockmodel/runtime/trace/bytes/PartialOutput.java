package org.sockmodel.runtime.trace.bytes;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.stream.Stream;
import org.sockmodel.runtime.trace.TraceException;

/**
 * A file or folder that is written under a temporary name beside its target and moved to the target when it is
 * complete. What is not complete when the virtual machine ends is deleted. The target of a link is replaced, not the
 * link; and a pipe or a device, such as standard output, is written to as it is, for it cannot be replaced.
 */
public final class PartialOutput {

  private static final int MAX_SIBLINGS = 1000;
  private static final Path OPEN_FILES = Path.of("/proc");

  /** Makes a file or a folder that must be new. */
  private interface Creation {
    Path create(Path path, FileAttribute<?>... attributes) throws IOException;
  }

  private final Path named;
  private final Path target;
  private final Path partial;

  /**
   * @param named the target as the user named it
   */
  private PartialOutput(Path named, Path target, Path partial) {
    this.named = named;
    this.target = target;
    this.partial = partial;
    if (!isDirect()) {
      partial.toFile().deleteOnExit();
    }
  }

  /** Starts a file. */
  public static PartialOutput file(Path target) throws TraceException {
    Path whole = target.toAbsolutePath().normalize();
    if (Files.isDirectory(whole)) {
      throw new TraceException("cannot write " + target + ": it is a folder; name a file");
    }
    try {
      if (Files.exists(whole)) {
        if (!isReplaceable(whole)) {
          return new PartialOutput(target, whole, whole);
        }
        whole = whole.toRealPath();
      }
      return new PartialOutput(target, whole, sibling(whole, Files::createFile));
    } catch (IOException e) {
      throw failure(target, e);
    }
  }

  /** Starts a folder. */
  public static PartialOutput folder(Path target) throws TraceException {
    Path whole = target.toAbsolutePath().normalize();
    try {
      return new PartialOutput(target, whole, sibling(whole, Files::createDirectory));
    } catch (IOException e) {
      throw failure(target, e);
    }
  }

  /** Standard output is a link to what the process has open, be that a file or not. */
  private static boolean isReplaceable(Path file) throws IOException {
    return Files.isRegularFile(file)
        && !(Files.isSymbolicLink(file) && Files.readSymbolicLink(file).startsWith(OPEN_FILES));
  }

  /** Whether what is written is at its target at once, and nothing can be taken back. */
  public boolean isDirect() {
    return partial.equals(target);
  }

  /** Where to write until {@link #commit}. */
  public Path path() {
    return partial;
  }

  /** Names a file inside the folder; it is deleted with it. */
  public Path file(String name) {
    Path file = partial.resolve(name);
    file.toFile().deleteOnExit();
    return file;
  }

  /** Moves the output to its target, in place of what was there. */
  public void commit() throws TraceException {
    if (isDirect()) {
      return;
    }
    try {
      if (Files.isDirectory(partial) && Files.exists(target)) {
        replaceFolder();
      } else {
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      discard();
      throw failure(named, e);
    }
  }

  /** Writes a text as all that is in the file, and moves it to its target. */
  public void commit(String text) throws TraceException {
    try {
      Files.writeString(partial, text);
    } catch (IOException e) {
      discard();
      throw failure(named, e);
    }
    commit();
  }

  /** Deletes the output. */
  public void discard() {
    if (isDirect()) {
      return;
    }
    try {
      delete(partial);
    } catch (IOException e) {
      // It is named as partial and is deleted when the virtual machine ends.
      partial.toFile().deleteOnExit();
    }
  }

  /** The message for output that failed. */
  public static TraceException failure(Path target, IOException cause) {
    return new TraceException("cannot write " + target + ": " + reason(cause), cause);
  }

  /** What went wrong, without the name of the class. */
  public static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "its folder does not exist";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
      return fileSystem.getReason();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** No call exchanges two folders, so the old one steps aside and returns if the new one cannot take its place. */
  private void replaceFolder() throws IOException {
    Path aside = sibling(target, Files::createDirectory).resolve("replaced");
    Files.move(target, aside);
    try {
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(aside, target);
      delete(aside.getParent());
      throw e;
    }
    delete(aside.getParent());
  }

  /** Creates a new file or folder beside {@code whole}, with the permissions that any other would get. */
  private static Path sibling(Path whole, Creation creation) throws IOException {
    if (whole.getParent() == null) {
      throw new IOException("it is the root folder");
    }
    for (int i = 0;; i++) {
      try {
        return creation.create(whole.resolveSibling("." + whole.getFileName() + "." + i + ".partial"));
      } catch (FileAlreadyExistsException e) {
        if (i == MAX_SIBLINGS) {
          throw e;
        }
      }
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      List<Path> children;
      try (Stream<Path> list = Files.list(path)) {
        children = list.toList();
      }
      for (Path child : children) {
        delete(child);
      }
    }
    Files.deleteIfExists(path);
  }
}

package org.sockmodel.dsl.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.sockmodel.dsl.compile.Problem;

/**
 * The models that a person names: files, folders with all that is in them, and globs such as {@code models/a*} that the
 * shell did not expand. Each model once, in the order of the names and then of the alphabet.
 */
public final class ModelFiles {

  private static final String EXTENSION = ".sockmodel";
  private static final String GLOB = "glob:";

  private final Set<String> names = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Looks for all that {@code arguments} name. */
  public ModelFiles(List<String> arguments) {
    arguments.forEach(this::add);
  }

  /** The models as a person would name them. Whether each can be read is for who reads them to find out. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** Folders and globs that lead to no model. */
  public List<Problem> problems() {
    return problems;
  }

  private void add(String argument) {
    try {
      Path path = Path.of(argument);
      if (Files.isDirectory(path)) {
        addAll(argument, in(path, file -> true), "has no models; name a folder with files that end in " + EXTENSION);
      } else if (isGlob(argument) && !Files.exists(path)) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher(GLOB + argument);
        addAll(argument, in(base(argument), matcher), "matches no model; check the pattern");
      } else {
        names.add(argument);
      }
    } catch (InvalidPathException e) {
      problems.add(Problem.ofFile(argument, "is no file name; check it"));
    } catch (PatternSyntaxException e) {
      problems.add(Problem.ofFile(argument, "is no pattern: " + e.getDescription() + "; check it"));
    } catch (IOException | UncheckedIOException e) {
      problems.add(Problem.ofFile(argument, "cannot be read; check its permissions"));
    }
  }

  private void addAll(String argument, List<String> found, String otherwise) {
    if (found.isEmpty()) {
      problems.add(Problem.ofFile(argument, otherwise));
    }
    names.addAll(found);
  }

  private static List<String> in(Path folder, PathMatcher matcher) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(EXTENSION) && Files.isRegularFile(file))
          .map(file -> folder.toString().isEmpty() ? file.normalize() : file)
          .filter(matcher::matches)
          .map(Path::toString).sorted().toList();
    }
  }

  private static boolean isGlob(String text) {
    return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  /** The folder in front of the first part with a wildcard. */
  private static Path base(String glob) {
    int wildcard = 0;
    while (!isGlob(glob.substring(0, wildcard + 1))) {
      wildcard++;
    }
    int slash = glob.lastIndexOf('/', wildcard);
    return Path.of(slash < 0 ? "" : glob.substring(0, slash + 1));
  }
}

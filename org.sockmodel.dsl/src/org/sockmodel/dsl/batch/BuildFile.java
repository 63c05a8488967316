package org.sockmodel.dsl.batch;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The state in a JSON file, with the fingerprints of all that it depends on. A file that is missing, damaged, or of
 * another build of this program counts as empty.
 */
final class BuildFile implements BuildState {

  private static final Gson GSON = new Gson();

  private final Path file;
  private final Contents contents;

  /** The file's contents, as JSON has them. */
  private static final class Contents {

    private String program;
    private Map<String, Entry> models = new TreeMap<>();
  }

  /** Fingerprints by file. */
  private record Entry(Map<String, String> inputs, Map<String, String> outputs) {
  }

  /**
   * Reads the state of {@code file}.
   *
   * @param parameters what the models get in place of what they say; with others, nothing is as it was
   */
  BuildFile(Path file, List<String> parameters) {
    this.file = file;
    Contents fresh = new Contents();
    fresh.program = Fingerprints.ofProgram() + (parameters.isEmpty() ? "" : Fingerprints.of(parameters.toString()));
    Contents read = read(file);
    boolean usable = read != null && read.models != null && fresh.program.equals(read.program);
    // What an earlier build of the program made is still known, so that it can be taken away.
    if (!usable && read != null && read.models != null) {
      read.models.forEach((model, entry) -> fresh.models.put(model, new Entry(Map.of(model, Fingerprints.NONE),
          entry.outputs())));
    }
    contents = usable ? read : fresh;
  }

  @Override
  public boolean isUnchanged(Path model) {
    Entry entry = contents.models.get(key(model));
    return entry != null && isAsBefore(entry.inputs()) && isAsBefore(entry.outputs());
  }

  @Override
  public Set<Path> outputs(Path model) {
    Entry entry = contents.models.get(key(model));
    return entry == null ? Set.of() : entry.outputs().keySet().stream().map(Path::of).collect(Collectors.toSet());
  }

  @Override
  public void good(Path model, Collection<Path> inputs, Collection<Path> outputs) {
    contents.models.put(key(model), new Entry(fingerprints(inputs), fingerprints(outputs)));
  }

  @Override
  public void seen(Path model, Collection<Path> outputs) {
    contents.models.put(key(model), new Entry(Map.of(key(model), Fingerprints.NONE), fingerprints(outputs)));
  }

  @Override
  public void forget(Path model) {
    contents.models.remove(key(model));
  }

  @Override
  public void save() throws IOException {
    if (contents.models.isEmpty() && !Files.exists(file)) {
      return;
    }
    contents.models.keySet().removeIf(model -> !Files.exists(Path.of(model)) && outputs(Path.of(model)).isEmpty());
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path whole = Files.createTempFile(folder, ".state", ".new");
    Files.writeString(whole, GSON.toJson(contents));
    Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Contents read(Path file) {
    try {
      return Files.isRegularFile(file) ? GSON.fromJson(Files.readString(file), Contents.class) : null;
    } catch (IOException | JsonParseException e) {
      return null;
    }
  }

  private static boolean isAsBefore(Map<String, String> fingerprints) {
    return fingerprints.entrySet().stream()
        .allMatch(file -> file.getValue().equals(Fingerprints.of(Path.of(file.getKey())))
            && !file.getValue().equals(Fingerprints.NONE));
  }

  private static Map<String, String> fingerprints(Collection<Path> files) {
    Map<String, String> fingerprints = new TreeMap<>();
    files.forEach(file -> fingerprints.put(key(file), Fingerprints.of(file)));
    return fingerprints;
  }

  private static String key(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }
}

package org.sockmodel.dsl.compile;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.parser.ParseException;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.validation.Issue;
import org.sockmodel.dsl.sockModel.Model;

/** Reads and checks model files. */
public final class ModelLoader {

  private static final String EXTENSION = ".sockmodel";
  private static final long MOST_BYTES = 16L << 20;

  private final Supplier<Reading> readings;
  private final ModelChecks checks;

  /** What was read together, and what is wrong with it. */
  private record Reading(XtextResourceSet resources, Map<Resource, List<Issue>> issues) {
  }

  @Inject
  ModelLoader(Provider<XtextResourceSet> resourceSets, ModelChecks checks) {
    this(() -> new Reading(resourceSets.get(), new HashMap<>()), checks);
  }

  private ModelLoader(Supplier<Reading> readings, ModelChecks checks) {
    this.readings = readings;
    this.checks = checks;
  }

  /**
   * A loader that keeps what it has read: a file that several models import is read and checked once. It sees no later
   * change of a file, and only one thread may use it.
   */
  public ModelLoader keeping() {
    Reading kept = readings.get();
    return new ModelLoader(() -> kept, checks);
  }

  /**
   * Reads a file and what it imports, and checks it. Never fails: whatever goes wrong is a problem of the result.
   *
   * @param name the file as the user named it
   */
  public LoadedModel load(String name, Path file) {
    Optional<Problem> unreadable = unreadable(name, file);
    if (unreadable.isPresent()) {
      return LoadedModel.failed(unreadable.get());
    }
    return load(name, uri(file));
  }

  /** The address of a file, from which its imports are found. */
  public static URI uri(Path file) {
    return URI.createFileURI(file.toAbsolutePath().normalize().toString());
  }

  /** As {@link #load(String, Path)}, for a model that is shipped or that another model names. */
  public LoadedModel load(String name, URI uri) {
    Reading reading = readings.get();
    XtextResourceSet resources = reading.resources();
    try {
      Resource resource = resources.getResource(uri, true);
      Model model = resource.getContents().isEmpty() ? null : (Model) resource.getContents().get(0);
      return new LoadedModel(model, checks.problems(name, resource, model, reading.issues()));
    } catch (WrappedException e) {
      return LoadedModel.failed(Problem.ofFile(name, "cannot be read: " + e.getCause().getMessage()));
    } catch (StackOverflowError | ParseException e) {
      // The parser and the linker are recursive, and nothing else makes the parser give up.
      resources.getResources().removeIf(half -> uri.equals(half.getURI()));
      return LoadedModel.failed(Problem.ofFile(name, "is nested too deeply; take loops and conditions apart"));
    }
  }

  private static Optional<Problem> unreadable(String name, Path file) {
    if (!Files.exists(file)) {
      return Optional.of(Problem.ofFile(name, "there is no such file; check its name"));
    }
    if (Files.isDirectory(file)) {
      return Optional.of(Problem.ofFile(name, "is a folder; name a file that ends in " + EXTENSION));
    }
    if (!file.getFileName().toString().endsWith(EXTENSION)) {
      return Optional.of(Problem.ofFile(name, "is no model file; name a file that ends in " + EXTENSION));
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        return Optional.of(Problem.ofFile(name, "is larger than " + MOST_BYTES + " bytes; split it by imports"));
      }
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)));
      return Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.of(Problem.ofFile(name, "is not UTF-8 text; save it as UTF-8"));
    } catch (IOException e) {
      return Optional.of(Problem.ofFile(name, "cannot be read; check its permissions"));
    }
  }
}

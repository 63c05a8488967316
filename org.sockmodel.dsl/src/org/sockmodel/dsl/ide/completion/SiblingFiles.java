package org.sockmodel.dsl.ide.completion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.resource.Resource;

/** The other models in the folder of a model. */
final class SiblingFiles {

  private static final String EXTENSION = ".sockmodel";

  private SiblingFiles() {
  }

  static List<String> of(Resource model) {
    if (!model.getURI().isFile()) {
      return List.of();
    }
    Path own = Path.of(model.getURI().toFileString());
    try (Stream<Path> files = Files.list(own.getParent())) {
      return files.filter(file -> file.toString().endsWith(EXTENSION) && !file.equals(own))
          .map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}

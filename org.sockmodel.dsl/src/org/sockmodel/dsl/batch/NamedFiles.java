package org.sockmodel.dsl.batch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.sockmodel.dsl.sockModel.Model;

/** The files that texts in a model name, whatever they are for. */
final class NamedFiles {

  private static final char QUOTE = '"';

  private NamedFiles() {
  }

  /** Those that exist, relative to the model's {@code folder}. */
  static Set<Path> of(Model model, Path folder) {
    Set<Path> files = new LinkedHashSet<>();
    for (ILeafNode leaf : NodeModelUtils.findActualNodeFor(model).getLeafNodes()) {
      String text = leaf.getText();
      if (!leaf.isHidden() && text.length() > 2 && text.charAt(0) == QUOTE) {
        add(text.substring(1, text.length() - 1), folder, files);
      }
    }
    return files;
  }

  private static void add(String name, Path folder, Set<Path> files) {
    try {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        files.add(file);
      }
    } catch (InvalidPathException e) {
      // A text that is no file's name.
    }
  }
}

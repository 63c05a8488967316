package org.sockmodel.dsl.ide.navigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.lsp4j.Location;
import org.eclipse.xtext.findReferences.IReferenceFinder.IResourceAccess;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.sockmodel.dsl.ide.word.Word;
import org.sockmodel.dsl.vocabulary.Vocabulary;

/**
 * Where a word of the kernel stands in all files: a constant, a setting, a cost, which no element declares for them.
 * Cost: a look at the text of each file, and at the tokens of those that contain it.
 */
record Uses(Vocabulary kind, String text) {

  /** What to look for; empty if the word is a keyword or refers to an element. */
  static Optional<Uses> of(Word word) {
    return word.isKeyword() ? Optional.empty()
        : Vocabulary.of(word.feature()).map(kind -> new Uses(kind, word.text()));
  }

  List<Location> in(IResourceDescriptions files, IResourceAccess access, CancelIndicator cancelled,
      DocumentExtensions documents) {
    List<Location> found = new ArrayList<>();
    for (IResourceDescription file : files.getAllResourceDescriptions()) {
      if (cancelled.isCanceled()) {
        break;
      }
      found.addAll(access.readOnly(file.getURI(),
          resources -> in(resources.getResource(file.getURI(), true), documents)));
    }
    return found;
  }

  private List<Location> in(Resource resource, DocumentExtensions documents) {
    if (!(resource instanceof XtextResource model) || model.getParseResult() == null) {
      return List.of();
    }
    ICompositeNode root = model.getParseResult().getRootNode();
    List<Location> found = new ArrayList<>();
    if (root.getText().contains(text)) {
      for (ILeafNode leaf : root.getLeafNodes()) {
        Word.of(leaf).filter(word -> leaf.getOffset() == word.region().getOffset() && equals(of(word).orElse(null)))
            .ifPresent(word -> found.add(documents.newLocation(model, word.region())));
      }
    }
    return found;
  }
}

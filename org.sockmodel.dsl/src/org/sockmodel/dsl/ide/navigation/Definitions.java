package org.sockmodel.dsl.ide.navigation;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.findReferences.IReferenceFinder.IResourceAccess;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolService;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.sockmodel.dsl.ide.word.Word;

/**
 * Leads from a word to its definition and to its uses; beside references also from constants of the kernel and files'
 * names.
 */
@Singleton
public final class Definitions extends DocumentSymbolService {

  private static final Range BEGINNING = new Range(new Position(0, 0), new Position(0, 0));

  @Inject
  private UriExtensions uris;

  @Inject
  private DocumentExtensions documents;

  @Override
  public List<? extends Location> getDefinitions(XtextResource resource, int offset, IResourceAccess access,
      CancelIndicator cancelled) {
    Optional<Word> word = Word.at(resource, offset).filter(found -> !found.isKeyword());
    Optional<URI> file = word.flatMap(Targets::file);
    if (file.isPresent()) {
      return List.of(new Location(uris.toUriString(file.get()), BEGINNING));
    }
    List<Location> declared = word.map(Targets::declarations).orElse(List.of()).stream()
        .map(documents::newLocation).toList();
    return declared.isEmpty() ? super.getDefinitions(resource, offset, access, cancelled) : declared;
  }

  @Override
  public List<? extends Location> getReferences(XtextResource resource, int offset, IResourceAccess access,
      IResourceDescriptions files, CancelIndicator cancelled) {
    Optional<Uses> uses = Word.at(resource, offset).flatMap(Uses::of);
    return uses.isEmpty() ? super.getReferences(resource, offset, access, files, cancelled)
        : uses.get().in(files, access, cancelled, documents);
  }
}

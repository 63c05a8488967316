package org.sockmodel.dsl.index;

import com.google.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceDescription.Delta;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionManager;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/**
 * A change of a file concerns the files that import it, be it through others: not only names go over an import, but
 * also CPUs, ports and the numbers of families.
 *
 * <p>Cost: for each file of the workspace as many steps as it imports files.
 */
@Singleton
public final class ImportingFiles extends DefaultResourceDescriptionManager {

  @Override
  public boolean isAffected(Collection<Delta> changes, IResourceDescription candidate, IResourceDescriptions index) {
    Set<URI> imported = imported(candidate, index);
    return changes.stream().anyMatch(change -> imported.contains(change.getUri()));
  }

  private static Set<URI> imported(IResourceDescription importing, IResourceDescriptions index) {
    Set<URI> found = new HashSet<>();
    Deque<IResourceDescription> open = new ArrayDeque<>();
    open.add(importing);
    while (!open.isEmpty()) {
      for (URI direct : direct(open.remove())) {
        IResourceDescription next = found.add(direct) ? index.getResourceDescription(direct) : null;
        if (next != null) {
          open.add(next);
        }
      }
    }
    return found;
  }

  private static Set<URI> direct(IResourceDescription file) {
    Set<URI> uris = new HashSet<>();
    for (IEObjectDescription model : file.getExportedObjectsByType(Literals.MODEL)) {
      String imports = model.getUserData(ImportDescriptions.IMPORTS);
      if (imports != null && !imports.isEmpty()) {
        for (String uri : imports.split(ImportDescriptions.SEPARATOR)) {
          uris.add(URI.createURI(uri));
        }
      }
    }
    return uris;
  }
}

package org.sockmodel.dsl.ide.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.server.BuildManager;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.IResourceDescription.Delta;
import org.eclipse.xtext.util.CancelIndicator;

/**
 * Builds what has changed, as far as it is still there. A build that is overtaken leaves its files to the next one;
 * those that were deleted meanwhile, such as with their whole folder, would make that one fail and all that follow.
 */
final class WorkspaceBuilds extends BuildManager {

  private final Set<URI> unbuilt = new LinkedHashSet<>();
  private WorkspaceManager workspace;

  @Override
  public void setWorkspaceManager(WorkspaceManager manager) {
    super.setWorkspaceManager(manager);
    workspace = manager;
  }

  @Override
  public Buildable submit(List<URI> changed, List<URI> deleted) {
    unbuilt.addAll(changed);
    return super.submit(changed, deleted);
  }

  @Override
  protected List<Delta> internalBuild(CancelIndicator cancel) {
    super.submit(List.of(), unbuilt.stream().filter(this::isGone).toList());
    List<Delta> changes = super.internalBuild(cancel);
    unbuilt.clear();
    return changes;
  }

  private boolean isGone(URI uri) {
    return uri.isFile() && !workspace.isDocumentOpen(uri) && Files.notExists(Path.of(uri.toFileString()));
  }
}

package org.sockmodel.dsl.ide.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.xtext.ide.server.BuildManager;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.IResourceDescription;
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
    forgetGone(unbuilt.stream());
    List<Delta> changes = buildWithoutGone(cancel);
    unbuilt.clear();
    return changes;
  }

  /** Builds once more if a file went while it was built, or went unseen and something that changed refers to it. */
  private List<Delta> buildWithoutGone(CancelIndicator cancel) {
    try {
      return super.internalBuild(cancel);
    } catch (WrappedException e) {
      Stream<URI> known = StreamSupport.stream(workspace.getIndex().getAllResourceDescriptions().spliterator(), false)
          .map(IResourceDescription::getURI);
      forgetGone(Stream.concat(unbuilt.stream(), known));
      return super.internalBuild(cancel);
    }
  }

  private void forgetGone(Stream<URI> files) {
    super.submit(List.of(), files.filter(this::isGone).distinct().toList());
  }

  private boolean isGone(URI uri) {
    return uri.isFile() && !workspace.isDocumentOpen(uri) && Files.notExists(Path.of(uri.toFileString()));
  }
}

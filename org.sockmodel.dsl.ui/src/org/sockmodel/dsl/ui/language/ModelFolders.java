package org.sockmodel.dsl.ui.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;

/** The projects of the workspace as folders of the server, which hears of every model saved, added or removed there. */
final class ModelFolders implements IResourceChangeListener {

  private static final String EXTENSION = "sockmodel";
  private static final int OTHER_PLACE = IResourceDelta.OPEN | IResourceDelta.DESCRIPTION;

  private final LanguageSession session;
  private final IWorkspace workspace = ResourcesPlugin.getWorkspace();

  ModelFolders(LanguageSession session) {
    this.session = session;
  }

  void watch() {
    workspace.addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE | IResourceChangeEvent.PRE_DELETE
        | IResourceChangeEvent.PRE_CLOSE);
  }

  /** The projects that are open now. */
  List<WorkspaceFolder> open() {
    return Arrays.stream(workspace.getRoot().getProjects())
        .filter(project -> project.isAccessible() && project.getLocation() != null)
        .map(ModelFolders::folder)
        .toList();
  }

  @Override
  public void resourceChanged(IResourceChangeEvent event) {
    if (event.getType() != IResourceChangeEvent.POST_CHANGE) {
      if (event.getResource().getLocation() != null) {
        change(List.of(), List.of(folder((IProject) event.getResource())));
      }
      return;
    }
    Changes changes = new Changes(new ArrayList<>(), new ArrayList<>());
    try {
      event.getDelta().accept(changes::visit);
    } catch (CoreException problem) {
      ILog.of(getClass()).log(problem.getStatus());
    }
    if (!changes.opened.isEmpty()) {
      change(changes.opened, List.of());
    }
    if (!changes.files.isEmpty()) {
      session.tell(server -> server.didChangeWatchedFiles(new DidChangeWatchedFilesParams(changes.files)));
    }
  }

  private void change(List<WorkspaceFolder> opened, List<WorkspaceFolder> closed) {
    session.tell(server -> server.didChangeWorkspaceFolders(
        new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(opened, closed))));
  }

  private static WorkspaceFolder folder(IProject project) {
    return new WorkspaceFolder(uri(project), project.getName());
  }

  private static String uri(IResource resource) {
    return Path.of(resource.getLocationURI()).toUri().toString().replaceAll("/$", "");
  }

  /** What a change of the workspace is to the server. */
  private record Changes(List<WorkspaceFolder> opened, List<FileEvent> files) {

    boolean visit(IResourceDelta delta) {
      IResource resource = delta.getResource();
      if (resource instanceof IProject project) {
        boolean other = delta.getKind() == IResourceDelta.ADDED || (delta.getFlags() & OTHER_PLACE) != 0;
        if (other && project.isAccessible() && project.getLocation() != null) {
          opened.add(folder(project));
          return false;
        }
      }
      if (isModel(resource) && (delta.getKind() != IResourceDelta.CHANGED
          || (delta.getFlags() & IResourceDelta.CONTENT) != 0)) {
        files.add(new FileEvent(uri(resource), type(delta)));
      }
      return true;
    }

    private static boolean isModel(IResource resource) {
      return resource.getType() == IResource.FILE && EXTENSION.equals(resource.getFileExtension())
          && resource.getLocationURI() != null && !resource.isDerived(IResource.CHECK_ANCESTORS);
    }

    private static FileChangeType type(IResourceDelta delta) {
      return switch (delta.getKind()) {
        case IResourceDelta.ADDED -> FileChangeType.Created;
        case IResourceDelta.REMOVED -> FileChangeType.Deleted;
        default -> FileChangeType.Changed;
      };
    }
  }
}

package org.sockmodel.dsl.ui.trace.session;

import java.nio.file.Path;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;

/**
 * Where a trace lies.
 *
 * @param path a file, or the folder of a CTF trace
 * @param file the same in the workspace; null if it lies outside
 */
public record TraceSource(Path path, IFile file) {

  private static final String METADATA = "metadata";

  /** The trace that an editor is to open; a CTF trace is opened by its metadata, or as a folder. */
  public static TraceSource of(IEditorInput input) throws CoreException {
    IFile file = input.getAdapter(IFile.class);
    if (file != null && file.getLocation() != null) {
      return new TraceSource(traceAt(file.getLocation().toPath()), file);
    }
    if (input instanceof IURIEditorInput uri) {
      IFileStore store = EFS.getStore(uri.getURI());
      return new TraceSource(traceAt(IPath.fromFile(store.toLocalFile(EFS.NONE, new NullProgressMonitor())).toPath()),
          null);
    }
    return null;
  }

  /** The trace that a file or a folder of the workspace is. */
  public static TraceSource of(IResource resource) {
    IFile file = resource instanceof IContainer folder ? folder.getFile(IPath.fromPortableString(METADATA))
        : (IFile) resource;
    return new TraceSource(traceAt(file.getLocation().toPath()), file);
  }

  private static Path traceAt(Path path) {
    boolean metadata = path.getFileName() != null && path.getFileName().toString().equals(METADATA);
    return metadata ? path.getParent() : path;
  }

  /** Whether the trace is the folder that {@link #file} lies in, and not that file alone. */
  public boolean isFolder() {
    return file != null && !path.equals(file.getLocation() == null ? null : file.getLocation().toPath());
  }

  /** What to call it. */
  public String name() {
    return path.getFileName().toString();
  }
}

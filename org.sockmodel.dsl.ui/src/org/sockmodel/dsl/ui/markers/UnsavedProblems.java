package org.sockmodel.dsl.ui.markers;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.xtext.validation.Issue;
import org.sockmodel.dsl.ui.language.AnalysisListener;

/**
 * Marks the problems of texts that are not saved, as the language finds them while somebody types. What is saved is
 * marked from what is saved; when a text is given up, the markers are once more those that the language finds.
 */
final class UnsavedProblems implements AnalysisListener {

  private final Set<IFile> unsaved = ConcurrentHashMap.newKeySet();

  @Override
  public void analysed(Path file, List<Issue> issues) {
    Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri()))
        .filter(found -> isUnsaved(found) ? unsaved.add(found) || true : unsaved.remove(found))
        .forEach(found -> mark(found, issues));
  }

  private static boolean isUnsaved(IFile file) {
    ITextFileBuffer buffer =
        FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
    return buffer != null && buffer.isDirty();
  }

  private static void mark(IFile file, List<Issue> issues) {
    WorkspaceJob job = new WorkspaceJob("Marking problems of " + file.getName()) {
      @Override
      public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        ProblemMarkers.replace(file, issues, monitor);
        return Status.OK_STATUS;
      }
    };
    job.setSystem(true);
    job.setRule(file.getWorkspace().getRuleFactory().markerRule(file));
    job.schedule();
  }
}

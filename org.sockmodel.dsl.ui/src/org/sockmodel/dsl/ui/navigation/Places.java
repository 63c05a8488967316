package org.sockmodel.dsl.ui.navigation;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Location;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.sockmodel.dsl.ui.language.ModelDocument;

/** Places of the protocol as the workbench has them: files of the workspace, or of the shipped library beside it. */
public final class Places {

  private Places() {
  }

  /** The file of an address; empty when it is not in the workspace. */
  public static Optional<IFile> file(String uri) {
    return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(URI.create(uri)))
        .filter(IFile::isAccessible).findFirst();
  }

  /** Opens an editor and selects a place in it. */
  public static void open(Location place) {
    IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    try {
      Optional<IFile> file = file(place.getUri());
      IEditorPart editor = file.isPresent() ? IDE.openEditor(page, file.get())
          : IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(URI.create(place.getUri())));
      if (editor instanceof ITextEditor text) {
        IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
        ModelDocument.of(document).ifPresent(shown -> {
          IRegion region = shown.places().region(place.getRange());
          text.selectAndReveal(region.getOffset(), region.getLength());
        });
      }
    } catch (PartInitException problem) {
      ILog.of(Places.class).log(problem.getStatus());
    }
  }
}

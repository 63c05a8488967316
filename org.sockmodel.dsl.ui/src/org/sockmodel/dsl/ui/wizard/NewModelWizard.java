package org.sockmodel.dsl.ui.wizard;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.sockmodel.dsl.ui.accessibility.ScreenReader;
import org.sockmodel.dsl.ui.project.ModelFiles;

/** Makes a model file with the commented first model in it. */
public final class NewModelWizard extends ModelWizard {

  private FilePage page;

  public NewModelWizard() {
    super("New SockModel Model");
  }

  @Override
  public void addPages() {
    page = new FilePage(getSelection());
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    IFile file = page.createNewFile();
    if (file == null) {
      return false;
    }
    show(file);
    return true;
  }

  /** Asks for folder and name. */
  private static final class FilePage extends WizardNewFileCreationPage {

    FilePage(IStructuredSelection selection) {
      super("file", selection);
      setTitle("SockModel Model");
      setDescription("A card, a reader, messages, and what is expected of them, to begin with.");
      setFileExtension(ModelFiles.EXTENSION);
      setFileName("first." + ModelFiles.EXTENSION);
    }

    @Override
    public void createControl(Composite parent) {
      super.createControl(parent);
      nameFolders((Composite) getControl());
    }

    /** The platform gives the tree of folders no name. */
    private static void nameFolders(Composite within) {
      for (Control control : within.getChildren()) {
        if (control instanceof Tree tree) {
          ScreenReader.name(tree, "Parent folder");
        } else if (control instanceof Composite inner) {
          nameFolders(inner);
        }
      }
    }

    @Override
    protected InputStream getInitialContents() {
      String name = IPath.fromOSString(getFileName()).removeFileExtension().lastSegment();
      return new ByteArrayInputStream(Beginning.first(name).text().getBytes(StandardCharsets.UTF_8));
    }
  }
}

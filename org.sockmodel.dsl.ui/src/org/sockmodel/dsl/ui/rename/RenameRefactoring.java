package org.sockmodel.dsl.ui.rename;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.Refactoring;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.sockmodel.dsl.ui.edits.WorkspaceChange;
import org.sockmodel.dsl.ui.language.ModelDocument;

/** The renaming of one element; the workbench runs its checks on a background thread. */
public final class RenameRefactoring extends Refactoring {

  private static final long PATIENCE_S = 60;

  private final ModelDocument document;
  private final IRegion name;
  private String newName;
  private Change change;

  public RenameRefactoring(ModelDocument document, IRegion name) {
    this.document = document;
    this.name = name;
  }

  @Override
  public String getName() {
    return "Rename";
  }

  String oldName() {
    try {
      return document.document().get(name.getOffset(), name.getLength());
    } catch (BadLocationException changed) {
      return "";
    }
  }

  /** Sets the name to be. */
  public void setNewName(String wanted) {
    newName = wanted;
  }

  @Override
  public RefactoringStatus checkInitialConditions(IProgressMonitor monitor) {
    return new RefactoringStatus();
  }

  @Override
  public RefactoringStatus checkFinalConditions(IProgressMonitor monitor) throws CoreException {
    RenameParams asked = new RenameParams(document.identifier(), document.places().position(name.getOffset()), newName);
    try {
      WorkspaceEdit edit = document.ask(server -> server.rename(asked)).get(PATIENCE_S, TimeUnit.SECONDS);
      change = WorkspaceChange.of("Rename '" + oldName() + "' to '" + newName + "'", edit);
      return new RefactoringStatus();
    } catch (ExecutionException refused) {
      return RefactoringStatus.createFatalErrorStatus(reason(refused));
    } catch (TimeoutException late) {
      return RefactoringStatus.createFatalErrorStatus("The language does not answer; try again.");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return RefactoringStatus.createFatalErrorStatus("interrupted");
    }
  }

  private static String reason(Throwable refused) {
    Throwable cause = refused;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  @Override
  public Change createChange(IProgressMonitor monitor) {
    return change;
  }
}

package org.sockmodel.dsl.ui.rename;

import org.eclipse.ltk.ui.refactoring.RefactoringWizard;

/** Asks for the new name, and shows what would change on demand. */
final class RenameWizard extends RefactoringWizard {

  private final RenameRefactoring refactoring;

  RenameWizard(RenameRefactoring refactoring) {
    super(refactoring, DIALOG_BASED_USER_INTERFACE | PREVIEW_EXPAND_FIRST_NODE);
    this.refactoring = refactoring;
    setDefaultPageTitle("Rename '" + refactoring.oldName() + "'");
  }

  @Override
  protected void addUserInputPages() {
    addPage(new NewNamePage(refactoring));
  }
}

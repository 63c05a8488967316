package org.sockmodel.dsl.ui.rename;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.ltk.ui.refactoring.UserInputWizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.sockmodel.dsl.ui.accessibility.ScreenReader;

/** Asks for a new name. */
final class NewNamePage extends UserInputWizardPage {

  private final RenameRefactoring refactoring;
  private Text name;

  NewNamePage(RenameRefactoring refactoring) {
    super("name");
    this.refactoring = refactoring;
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
    Label label = new Label(page, SWT.NONE);
    label.setText("&New name:");
    name = new Text(page, SWT.BORDER);
    ScreenReader.label(label, name);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
    name.setText(refactoring.oldName());
    name.selectAll();
    name.addModifyListener(event -> changed());
    name.setFocus();
    setControl(page);
    changed();
  }

  private void changed() {
    String wanted = name.getText().trim();
    refactoring.setNewName(wanted);
    setPageComplete(!wanted.isEmpty() && !wanted.equals(refactoring.oldName()));
    setErrorMessage(wanted.isEmpty() ? "Type a name." : null);
  }
}

package org.sockmodel.tests.ui.workbench;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;

/** Opens dialogs as the workbench does, but goes on at once; who opens one closes it. */
public final class Dialogs {

  private Dialogs() {
  }

  /** A wizard of File &gt; New: {@code project}, {@code model} or {@code examples}. */
  public static WizardDialog wizard(String name, IStructuredSelection selection) throws CoreException {
    IWorkbenchWizard wizard = PlatformUI.getWorkbench().getNewWizardRegistry()
        .findWizard("org.sockmodel.dsl.ui.wizard." + name).createWizard();
    wizard.init(PlatformUI.getWorkbench(), selection);
    WizardDialog dialog = new WizardDialog(window(), wizard);
    dialog.setBlockOnOpen(false);
    dialog.open();
    return dialog;
  }

  /** The preferences on a page of SockModel: the one of its name, or those below it. */
  public static PreferenceDialog preferences(String page) {
    PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(window(), page, null, null);
    dialog.setBlockOnOpen(false);
    dialog.open();
    return dialog;
  }

  public static Shell window() {
    return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
  }
}

package org.sockmodel.dsl.ui.trace.timeline;

import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorMatchingStrategy;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.PartInitException;

/**
 * Finds the editor in which a trace is open already. Of editors that come back with the workbench and were not looked
 * at yet, the platform compares names, and that of a trace is not that of its file.
 */
public final class TraceMatching implements IEditorMatchingStrategy {

  @Override
  public boolean matches(IEditorReference editor, IEditorInput input) {
    try {
      return input.equals(editor.getEditorInput());
    } catch (PartInitException gone) {
      return false;
    }
  }
}

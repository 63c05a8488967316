package org.sockmodel.dsl.ui.trace.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.ui.IWorkbenchPage;
import org.sockmodel.dsl.ui.trace.session.TraceSession;

/** The traces that a page has open. */
final class OpenTraces {

  private OpenTraces() {
  }

  static List<TraceSession> in(IWorkbenchPage page) {
    return Arrays.stream(page.getEditorReferences()).map(reference -> reference.getEditor(false))
        .filter(Objects::nonNull).map(editor -> editor.getAdapter(TraceSession.class)).filter(Objects::nonNull)
        .toList();
  }
}

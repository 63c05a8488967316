package org.sockmodel.dsl.ui.trace.compare;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.handlers.HandlerUtil;
import org.sockmodel.dsl.ui.trace.session.TraceSource;

/** Compares the two traces that are selected in the explorer: the upper one is A. */
public final class CompareHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    List<?> selected = HandlerUtil.getCurrentStructuredSelection(event).toList();
    if (selected.size() == 2) {
      CompareView.compare(source(selected.get(0)), source(selected.get(1)),
          HandlerUtil.getActiveWorkbenchWindow(event).getActivePage());
    }
    return null;
  }

  private static TraceSource source(Object selected) {
    return TraceSource.of(Adapters.adapt(selected, IResource.class));
  }
}

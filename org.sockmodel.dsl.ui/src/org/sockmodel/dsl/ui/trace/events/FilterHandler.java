package org.sockmodel.dsl.ui.trace.events;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Goes to the filter of the events. */
public final class FilterHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    try {
      EventsView events = (EventsView) HandlerUtil.getActiveWorkbenchWindow(event).getActivePage()
          .showView(EventsView.ID);
      events.focusFilter();
      return null;
    } catch (PartInitException problem) {
      throw new ExecutionException("The events cannot be shown", problem);
    }
  }
}

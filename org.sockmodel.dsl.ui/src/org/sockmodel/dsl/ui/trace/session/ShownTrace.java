package org.sockmodel.dsl.ui.trace.session;

import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;

/** The trace that a command is for. */
public final class ShownTrace {

  private ShownTrace() {
  }

  /**
   * The trace of the active view or editor, or else of the editor in front; null if neither shows one.
   *
   * @param context of the evaluation of a command, as {@link HandlerUtil} knows it
   */
  public static TraceSession in(Object context) {
    TraceSession active = of(HandlerUtil.getVariable(context, ISources.ACTIVE_PART_NAME));
    return active != null ? active : of(HandlerUtil.getVariable(context, ISources.ACTIVE_EDITOR_NAME));
  }

  private static TraceSession of(Object part) {
    return part instanceof IWorkbenchPart shown ? shown.getAdapter(TraceSession.class) : null;
  }
}

package org.sockmodel.dsl.ui.trace.perspective;

import java.util.List;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.sockmodel.dsl.ui.trace.compare.CompareView;
import org.sockmodel.dsl.ui.trace.events.EventsView;
import org.sockmodel.dsl.ui.trace.interrupts.InterruptsView;
import org.sockmodel.dsl.ui.trace.latency.LatencyView;
import org.sockmodel.dsl.ui.trace.messages.MessagesView;

/** The timeline in the middle, tables below it, latencies on the right. */
public final class TracePerspective implements IPerspectiveFactory {

  /** The perspective's id. */
  public static final String ID = "org.sockmodel.dsl.ui.trace.perspective";

  private static final float EXPLORER = 0.15f;
  private static final float TABLES = 0.58f;
  private static final float CHARTS = 0.70f;

  @Override
  public void createInitialLayout(IPageLayout layout) {
    String editors = layout.getEditorArea();
    layout.addView(IPageLayout.ID_PROJECT_EXPLORER, IPageLayout.LEFT, EXPLORER, editors);
    IFolderLayout tables = layout.createFolder("tables", IPageLayout.BOTTOM, TABLES, editors);
    tables.addView(MessagesView.ID);
    tables.addView(EventsView.ID);
    tables.addView(InterruptsView.ID);
    tables.addPlaceholder(CompareView.ID);
    tables.addPlaceholder(IPageLayout.ID_BOOKMARKS);
    tables.addPlaceholder(IPageLayout.ID_PROBLEM_VIEW);
    tables.addPlaceholder(IConsoleConstants.ID_CONSOLE_VIEW);
    IFolderLayout charts = layout.createFolder("charts", IPageLayout.RIGHT, CHARTS, editors);
    charts.addView(LatencyView.ID);
    addMenus(layout);
  }

  /** What one does between two looks at traces: run a model again, look at another table, make something new. */
  private static void addMenus(IPageLayout layout) {
    layout.addActionSet(IDebugUIConstants.LAUNCH_ACTION_SET);
    List.of(MessagesView.ID, EventsView.ID, InterruptsView.ID, LatencyView.ID, CompareView.ID,
        IPageLayout.ID_BOOKMARKS, IConsoleConstants.ID_CONSOLE_VIEW).forEach(layout::addShowViewShortcut);
    List.of("project", "model", "examples")
        .forEach(wizard -> layout.addNewWizardShortcut("org.sockmodel.dsl.ui.wizard." + wizard));
    layout.addPerspectiveShortcut("org.eclipse.ui.resourcePerspective");
  }
}

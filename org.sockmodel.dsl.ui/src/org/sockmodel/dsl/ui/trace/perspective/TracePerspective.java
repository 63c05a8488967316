package org.sockmodel.dsl.ui.trace.perspective;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
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
    IFolderLayout charts = layout.createFolder("charts", IPageLayout.RIGHT, CHARTS, editors);
    charts.addView(LatencyView.ID);
  }
}

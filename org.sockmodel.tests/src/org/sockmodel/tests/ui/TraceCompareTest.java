package org.sockmodel.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.dsl.ui.trace.compare.CompareView;
import org.sockmodel.dsl.ui.trace.export.TraceExports;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.dsl.ui.trace.timeline.TimelineCanvas;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.history.picture.Picture;
import org.sockmodel.runtime.report.Quantity;

class TraceCompareTest {

  @TempDir
  Path folder;

  private TraceProject project;
  private IFile off;
  private IFile moderated;

  @BeforeEach
  void simulateTwo() throws Exception {
    project = TraceProject.inPerspective();
    off = project.simulated("moderation-off");
    moderated = project.simulated("moderation-50us");
  }

  @AfterEach
  void closeProject() throws Exception {
    project.close();
  }

  @Test
  void shouldCompareTwoTracesThatAreSelectedInTheExplorer() throws Exception {
    IViewPart explorer = Workbench.page().showView(IPageLayout.ID_PROJECT_EXPLORER);
    ((ISetSelectionTarget) explorer).selectReveal(new StructuredSelection(
        List.of(off.getParent(), moderated.getParent())));

    explorer.getSite().getService(IHandlerService.class)
        .executeCommand("org.sockmodel.dsl.ui.trace.compareTwo", null);

    IViewPart view = comparison();
    await(view, "A: moderation-50us-trace   B: moderation-off-trace   ");
    LongTable table = view.getAdapter(LongTable.class);
    int total = IntStream.range(0, table.count())
        .filter(row -> cell(table, row, 0).equals("total") && cell(table, row, 1).equals("p50")).findFirst()
        .orElseThrow();
    assertEquals("yes, less", cell(table, total, 5));
    Workbench.screenshot("trace-compare");
    assertEquals(median(TraceProject.open(moderated)), cell(table, total, 2));
    assertEquals(median(TraceProject.open(off)), cell(table, total, 3));
    Path file = folder.resolve("compare.svg");
    TraceExports.picture(view.getAdapter(Picture.class), Display.getCurrent(), file);
    assertTrue(Files.readString(file).contains(">Median of each stage<"));
  }

  @Test
  void shouldCompareTheTimelineWithAnotherThatIsOpen() throws Exception {
    TraceProject.open(off);
    TraceProject.open(moderated);

    Menus.choose(Workbench.page().getActiveEditor().getAdapter(TimelineCanvas.class).getMenu(), "Compare With",
        "moderation-off-trace");

    IViewPart view = comparison();
    await(view, "A: moderation-50us-trace   B: moderation-off-trace   ");
    Table rows = Workbench.all(Table.class, view.getAdapter(LongTable.class)).get(0);
    Menus.choose(rows.getMenu(), "Swap A and B");
    await(view, "A: moderation-off-trace   B: moderation-50us-trace   ");
  }

  private static IViewPart comparison() {
    return Workbench.page().findView(CompareView.ID);
  }

  private static void await(IViewPart view, String beginning) {
    Workbench.await(beginning, () -> ((CompareView) view).getContentDescription().startsWith(beginning));
  }

  private static String cell(LongTable table, int row, int column) {
    return table.columns().get(column).text().apply(row);
  }

  private static String median(TraceSession session) {
    return Quantity.duration(session.report().receives().time(Stage.TOTAL).p50Ns());
  }
}

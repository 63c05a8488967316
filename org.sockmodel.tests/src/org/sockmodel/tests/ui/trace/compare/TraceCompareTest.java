package org.sockmodel.tests.ui.trace.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.dsl.ui.trace.compare.CompareView;
import org.sockmodel.dsl.ui.trace.export.TraceExports;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.dsl.ui.trace.timeline.TimelineCanvas;
import org.sockmodel.dsl.ui.trace.view.Sentence;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.history.picture.Picture;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.Menus;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Views;
import org.sockmodel.tests.ui.workbench.Workbench;

class TraceCompareTest {

  @TempDir
  Path folder;

  @AutoClose private final TraceProject project = TraceProject.inPerspective();
  private IFile off;
  private IFile moderated;

  @BeforeEach
  void simulateTwo() throws Exception {
    off = project.simulated("moderation-off");
    moderated = project.simulated("moderation-50us");
  }

  @Test
  void shouldCompareTwoTracesThatAreSelectedInTheExplorer() throws Exception {
    CommonViewer explorer = ((CommonNavigator) Workbench.page().showView(IPageLayout.ID_PROJECT_EXPLORER))
        .getCommonViewer();
    explorer.expandToLevel(off.getProject(), 1);
    Workbench.await("both folders", () -> explorer.testFindItem(off.getParent()) != null
        && explorer.testFindItem(moderated.getParent()) != null);
    explorer.getTree().setFocus();
    Keys.press("Home");
    Workbench.await("the upper one", () -> Keys.downTo(chosen(explorer).equals(List.of(moderated.getParent()))));
    Keys.press("shift+Down");
    Workbench.await("both", () -> chosen(explorer).equals(List.of(moderated.getParent(), off.getParent())));

    Keys.press("shift+F10");
    Workbench.settle();
    Workbench.screenshot("trace-compare-menu");
    Keys.send("key", "c");

    await("A: moderation-50us-trace   B: moderation-off-trace   ");
    IViewPart view = comparison();
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

    Workbench.page().getActiveEditor().getAdapter(TimelineCanvas.class).setFocus();
    Keys.press("shift+F10");
    Workbench.settle();
    Keys.send("key", "c");
    Workbench.settle();
    Workbench.screenshot("trace-compare-with");
    Keys.send("key", "Return");

    await("A: moderation-50us-trace   B: moderation-off-trace   ");
    IViewPart view = comparison();
    Table rows = Workbench.all(Table.class, view.getAdapter(LongTable.class)).get(0);
    rows.setFocus();
    Keys.press("shift+F10");
    Workbench.settle();
    Keys.send("key", "s");
    await("A: moderation-off-trace   B: moderation-50us-trace   ");
  }

  @Test
  void shouldCutNoWordsInANarrowWindow() {
    Shell shell = new Shell(Display.getCurrent());
    try {
      shell.setLayout(new FillLayout());
      Sentence sentence = new Sentence(shell);
      Label shown = new Label(sentence.body(), SWT.NONE);
      sentence.above(shown);
      sentence.say("A message costs the same in both; its median latency is shorter in B.");
      shell.setSize(200, 300);
      shell.open();
      Workbench.settle();
      Label words = Workbench.all(Label.class, shell).get(0);

      int line = words.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
      assertTrue(words.getSize().x <= shell.getClientArea().width, "width " + words.getSize());
      assertTrue(words.getSize().y >= 2 * line, "height " + words.getSize());
      assertEquals(words.computeSize(words.getSize().x, SWT.DEFAULT).y, words.getSize().y);
      sentence.say("");
      Workbench.await("no room for no words", () -> shown.getLocation().y == 0);
    } finally {
      shell.dispose();
    }
  }

  @Test
  void shouldOfferInATimelinesMenuWhatTracesAreGoodFor() throws Exception {
    TraceProject.open(off);

    List<String> offered = Menus.texts(Workbench.page().getActiveEditor().getAdapter(TimelineCanvas.class).getMenu());

    assertEquals(List.of("Open Call in Model", "Export What Is Shown...", "Export Report as HTML...", "Add Bookmark...",
        "Remove Bookmark", "Compare With"), offered);
  }

  private static List<?> chosen(CommonViewer explorer) {
    return explorer.getStructuredSelection().toList();
  }

  private static IViewPart comparison() {
    return Workbench.page().findView(CompareView.ID);
  }

  private static void await(String beginning) {
    Workbench.await("the view", () -> comparison() != null);
    Workbench.settle();
    Label sentence = Workbench.all(Label.class, Views.control(CompareView.ID)).get(0);
    Workbench.await(beginning, () -> sentence.getText().startsWith(beginning));
    int fitting = sentence.computeSize(sentence.getSize().x, SWT.DEFAULT).y;
    Workbench.await("all of it", () -> sentence.getSize().y == fitting);
  }

  private static String cell(LongTable table, int row, int column) {
    return table.columns().get(column).text().apply(row);
  }

  private static String median(TraceSession session) {
    return Quantity.duration(session.report().receives().time(Stage.TOTAL).p50Ns());
  }
}

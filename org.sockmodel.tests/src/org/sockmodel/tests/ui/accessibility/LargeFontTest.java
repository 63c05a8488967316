package org.sockmodel.tests.ui.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jface.resource.FontRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.trace.latency.LatencyView;
import org.sockmodel.dsl.ui.trace.messages.MessagesView;
import org.sockmodel.dsl.ui.trace.paint.Magnification;
import org.sockmodel.dsl.ui.trace.paint.PictureCanvas;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.dsl.ui.trace.timeline.TimelineCanvas;
import org.sockmodel.runtime.history.Row;
import org.sockmodel.runtime.history.picture.TimelineLayout;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Views;
import org.sockmodel.tests.ui.workbench.Workbench;

/** What draws itself, with a font of 18 points as who sees badly may have it. */
class LargeFontTest {

  private static final int POINTS = 18;

  private final FontRegistry fonts = JFaceResources.getFontRegistry();
  private final FontData[] usual = JFaceResources.getDialogFont().getFontData();
  @AutoClose private TraceProject project;

  @BeforeEach
  void enlarge() throws Exception {
    FontData large = JFaceResources.getDialogFont().getFontData()[0];
    large.setHeight(POINTS);
    fonts.put(JFaceResources.DIALOG_FONT, new FontData[] {large});
    project = TraceProject.inPerspective();
  }

  @AfterEach
  void returnToTheUsual() throws Exception {
    fonts.put(JFaceResources.DIALOG_FONT, usual);
  }

  @Test
  void shouldGrowPicturesAndColumnsWithTheFont() throws Exception {
    TraceSession session = TraceProject.open(project.simulated("two-readers"));
    TimelineCanvas canvas = Workbench.page().getActiveEditor().getAdapter(TimelineCanvas.class);
    PictureCanvas latency = Workbench.all(PictureCanvas.class, Views.control(LatencyView.ID)).get(0);
    Workbench.await("latencies", () -> session.isComplete() && latency.extent().y > 1);
    Workbench.screenshot("trace-large-font");

    float factor = canvas.magnification().factor();

    assertTrue(factor > 1.3, () -> "pictures as usual: " + factor);
    assertEquals(canvas.getSize().y / factor, canvas.picture().height(), 1);
    assertEquals(latency.getSize().x / factor, latency.extent().x, 1);
    LongTable messages = Workbench.all(LongTable.class, Views.control(MessagesView.ID)).get(0);
    Table table = Workbench.all(Table.class, messages).get(0);
    assertEquals(messages.columns().get(0).widthPixels() * factor, table.getColumn(0).getWidth(), 1);
  }

  @Test
  void shouldChooseTheRowUnderThePointer() throws Exception {
    TraceSession session = TraceProject.open(project.simulated("two-readers"));
    TimelineCanvas canvas = Workbench.page().getActiveEditor().getAdapter(TimelineCanvas.class);
    Row row = session.history().rows().inOrder().get(1);
    int middle = TimelineLayout.AXIS_HEIGHT + TimelineLayout.HEADING_HEIGHT + 3 * TimelineLayout.ROW_HEIGHT / 2;
    assertEquals(row, canvas.picture().rowAt(middle));

    Event event = new Event();
    event.button = 1;
    event.x = canvas.magnification().pixels(TimelineLayout.LABEL_WIDTH / 2);
    event.y = canvas.magnification().pixels(middle);
    canvas.notifyListeners(SWT.MouseDown, event);

    assertEquals(row.index(), session.row());
  }

  @Test
  void shouldLeavePicturesAsTheyAreForUsualFonts() {
    assertEquals(1, Magnification.ofLine(17).factor());
    assertEquals(1, Magnification.ofLine(20).factor());
  }

  @Test
  void shouldLeaveNoPixelUncovered() {
    Magnification twice = Magnification.ofLine(34);
    Event mouse = new Event();
    mouse.x = 101;
    mouse.y = 7;

    assertEquals(new Point(50, 3), twice.place(mouse));
    assertEquals(51, twice.cover(101));
    assertEquals(202, twice.pixels(101));
  }
}

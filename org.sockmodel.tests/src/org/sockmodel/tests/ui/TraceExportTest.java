package org.sockmodel.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.dsl.ui.trace.export.TableExportJob;
import org.sockmodel.dsl.ui.trace.export.TraceExports;
import org.sockmodel.dsl.ui.trace.messages.MessagesView;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.runtime.history.picture.Picture;

class TraceExportTest {

  @TempDir
  Path folder;

  private TraceProject project;
  private TraceSession session;

  @BeforeEach
  void openTrace() throws Exception {
    project = new TraceProject();
    session = TraceProject.open(project.simulated("two-readers"));
    session.goToMessage(1, this);
  }

  @AfterEach
  void closeTrace() throws Exception {
    project.close();
  }

  @Test
  void shouldWriteATimelineAsPngAndAsSvg() throws Exception {
    Picture picture = Workbench.page().getActiveEditor().getAdapter(Picture.class);

    TraceExports.picture(picture, Display.getCurrent(), folder.resolve("timeline.png"));
    TraceExports.picture(picture, Display.getCurrent(), folder.resolve("timeline.svg"));

    ImageData image = new ImageData(folder.resolve("timeline.png").toString());
    assertEquals(picture.width(), image.width);
    String svg = Files.readString(folder.resolve("timeline.svg"));
    assertTrue(svg.contains(">IRQ 24 eth0-rx-0<") && svg.contains("<circle"), svg);
  }

  @Test
  void shouldWriteMessagesAsCsv() throws Exception {
    IViewPart view = Workbench.page().showView(MessagesView.ID);
    LongTable table = view.getAdapter(LongTable.class);
    Workbench.await("messages", () -> table.count() == session.history().messages().size());
    TableExportJob job = new TableExportJob(table, folder.resolve("messages.csv"));
    job.schedule();

    Workbench.await("the file", () -> job.getResult() != null);

    List<String> lines = Files.readAllLines(folder.resolve("messages.csv"));
    assertEquals(101, lines.size());
    assertTrue(lines.get(0).startsWith("Message,Returned at,Reader,CPU,Bytes,Latency"), lines.get(0));
    assertTrue(lines.get(1).startsWith("1,"), lines.get(1));
  }

  @Test
  void shouldWriteTheReportAsHtml() throws Exception {
    TraceExports.report(session, folder.resolve("report.html"));

    assertTrue(Files.readString(folder.resolve("report.html")).contains("<svg"));
  }
}

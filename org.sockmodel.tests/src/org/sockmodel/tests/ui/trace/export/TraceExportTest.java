package org.sockmodel.tests.ui.trace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.dsl.ui.trace.export.PartExport;
import org.sockmodel.dsl.ui.trace.export.TraceExports;
import org.sockmodel.dsl.ui.trace.messages.MessagesView;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.dsl.ui.trace.timeline.TimelineCanvas;
import org.sockmodel.runtime.history.picture.Picture;
import org.sockmodel.tests.ui.workbench.Dialogs;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.Menus;
import org.sockmodel.tests.ui.workbench.ModalDialog;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Views;
import org.sockmodel.tests.ui.workbench.Workbench;

class TraceExportTest {

  @TempDir
  Path folder;

  @AutoClose private final TraceProject project = new TraceProject();
  private TraceSession session;

  @BeforeEach
  void openTrace() throws Exception {
    session = TraceProject.open(project.simulated("two-readers"));
    session.goToMessage(1, this);
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
  void shouldExportWhateverAPartShows() throws Exception {
    IFile trace = session.source().file();
    TraceProject.open(project.simulated("udp-reader"));
    IWorkbenchPart timeline = IDE.openEditor(Workbench.page(), trace);
    Menus.choose(timeline.getAdapter(TimelineCanvas.class).getMenu(), "Compare With", "udp-reader-trace");
    List<IWorkbenchPart> parts = new ArrayList<>(List.of(timeline));
    for (String id : Views.ours().stream().filter(id -> id.contains(".trace.")).toList()) {
      parts.add(Workbench.page().showView(id));
    }
    assertEquals(6, parts.size(), parts.toString());
    for (IWorkbenchPart part : parts) {
      Workbench.await("what " + part.getTitle() + " shows", () -> shows(PartExport.of(part)));
      PartExport export = PartExport.of(part);
      for (String kind : export.kinds()) {
        Path file = folder.resolve(part.getTitle() + kind.toUpperCase(Locale.ROOT));

        export.write(file, Display.getCurrent());

        Workbench.await(file.toString(), () -> isWritten(file, kind));
      }
    }
  }

  private static boolean shows(PartExport export) {
    return !export.kinds().isEmpty() && (export.table() == null || export.table().count() > 0);
  }

  /** Whether a file holds what its name says. */
  private static boolean isWritten(Path file, String kind) {
    try {
      if (!Files.exists(file)) {
        return false;
      }
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return switch (kind) {
        case ".png" -> new ImageData(file.toString()).width > 100;
        case ".svg" -> text.startsWith("<svg") && text.endsWith("</svg>\n") && text.contains("<text");
        default -> text.lines().count() > 1 && text.lines().allMatch(line -> line.contains(","));
      };
    } catch (IOException | SWTException notYet) {
      return false;
    }
  }

  @Test
  void shouldExportATimelineByItsMenuToAFileThatIsTyped() throws Exception {
    for (String kind : List.of(".png", ".svg")) {
      Path file = folder.resolve("typed" + kind);
      Workbench.page().getActiveEditor().getAdapter(TimelineCanvas.class).setFocus();

      export("e", "Export two-readers", file);

      Workbench.await(file.toString(), () -> isWritten(file, kind));
    }
  }

  @Test
  void shouldExportTheReportByTheTimelinesMenu() throws Exception {
    Path file = folder.resolve("typed.html");
    Workbench.page().getActiveEditor().getAdapter(TimelineCanvas.class).setFocus();

    export("r", "Export two-readers", file);

    Workbench.await(file.toString(), () -> read(file).contains("<svg") && read(file).endsWith("</html>\n"));
  }

  @Test
  void shouldExportATableByItsMenu() throws Exception {
    Path file = folder.resolve("typed.csv");
    LongTable table = Workbench.page().showView(MessagesView.ID).getAdapter(LongTable.class);
    Workbench.await("messages", () -> table.count() == session.history().messages().size());
    table.setFocus();

    export("e", "Export messages", file);

    Workbench.await(file.toString(), () -> read(file).lines().count() == 101);
    List<String> lines = read(file).lines().toList();
    assertTrue(lines.get(0).startsWith("Message,Returned at,Reader,CPU,Bytes,Latency"), lines.get(0));
    assertTrue(lines.get(1).startsWith("1,"), lines.get(1));
  }

  /** Opens the menu of what has the keys, goes to an entry by its letter, and types the name of a file. */
  private static void export(String letter, String title, Path file) {
    ModalDialog.workInNative(title, () -> {
      Keys.press("shift+F10");
      Workbench.settle();
      Keys.send("key", letter);
    }, () -> {
      Keys.send("key", "ctrl+a");
      Keys.send("type", "--delay", "5", file.toString());
      Workbench.settle();
      Workbench.keepAll("export");
      Keys.send("key", "Return");
    });
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException notYet) {
      return "";
    }
  }

  @Test
  void shouldSayWhyAFileCannotBeWritten() {
    PartExport export = PartExport.of(Workbench.page().getActiveEditor());
    for (String kind : export.kinds()) {
      Path file = folder.resolve("missing").resolve("timeline" + kind);

      assertThrows(NoSuchFileException.class, () -> export.write(file, Display.getCurrent()), kind);
    }
  }

  @Test
  void shouldShowInTheExplorerWhatIsWrittenIntoAProjectAndSayIt() throws Exception {
    IFile file = session.source().file().getProject().getFile("timeline.svg");

    PartExport.of(Workbench.page().getActiveEditor()).write(file.getLocation().toPath(), Display.getCurrent());

    Workbench.await("the file", file::exists);
    Workbench.await("the status line", () -> Workbench.all(CLabel.class, Dialogs.window()).stream()
        .anyMatch(label -> label.getText().equals(file.getLocation() + " is written")));
  }
}

package org.sockmodel.tests.ui.navigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.eclipse.jface.text.Region;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.dsl.ui.navigation.DeclarationLinks;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Workbench;

class NavigationTest {

  private static final String HOST = """
      // The machines of all models.
      machine host { cpus 2 }
      """;

  private static final String MODEL = """
      import "host.sockmodel"
      model reader
      nic eth0 on host { queue 0 irq 24 -> cpu 0 }
      """;

  private ModelProject project;
  private ModelEditor editor;

  @BeforeEach
  void open() throws Exception {
    project = new ModelProject("navigation");
    project.file("host.sockmodel", HOST);
    editor = ModelEditor.open(project.file("reader.sockmodel", MODEL));
    editor.awaitColour("host {", TokenColour.MACHINE);
  }

  @AfterEach
  void close() throws Exception {
    project.close();
  }

  @Test
  void shouldGoToTheDeclarationInAnotherFile() throws Exception {
    editor.goTo("host {");

    Keys.press("F3");

    Workbench.await("the other file", () -> ModelEditor.active().title().equals("host.sockmodel"));
    Workbench.await("the declaration", () -> ModelEditor.active().selection().equals("host"));
    Workbench.screenshot("declaration-in-another-file");
  }

  @Test
  void shouldMakeNoLinksInComments() throws Exception {
    editor.document().set("/* of\n host */ " + MODEL + "// host\n");
    DeclarationLinks links = new DeclarationLinks();

    assertNull(links.detectHyperlinks(editor.viewer(), new Region(editor.text().indexOf("host */"), 0), false));
    assertNull(links.detectHyperlinks(editor.viewer(), new Region(editor.text().lastIndexOf("host"), 0), false));
    assertNotNull(links.detectHyperlinks(editor.viewer(), new Region(editor.text().indexOf("host {"), 0), false));
  }

  @Test
  void shouldGoToAnImportedFile() throws Exception {
    editor.goTo("host.sockmodel");

    Keys.press("F3");

    Workbench.await("the imported file", () -> ModelEditor.active().title().equals("host.sockmodel"));
  }

  @Test
  void shouldFollowAClickWithTheControlKey() throws Exception {
    Point place = editor.widget().getLocationAtOffset(editor.widget().getText().indexOf("host {"));
    Keys.point(editor.widget(), place.x + 40, place.y + 40);
    Keys.run("keydown", "ctrl");
    Keys.point(editor.widget(), place.x + 8, place.y + 6);
    Keys.point(editor.widget(), place.x + 10, place.y + 7);
    Keys.run("click", "1");
    Keys.run("keyup", "ctrl");

    Workbench.await("the declaration", () -> ModelEditor.active().title().equals("host.sockmodel"));
    assertEquals(2, Workbench.page().getEditorReferences().length);
  }
}

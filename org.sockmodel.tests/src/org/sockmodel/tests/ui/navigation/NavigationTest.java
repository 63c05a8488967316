package org.sockmodel.tests.ui.navigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.eclipse.jface.text.Region;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockmodel.dsl.ui.navigation.DeclarationLinks;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.OpenImport;
import org.sockmodel.tests.ui.workbench.Workbench;

@ExtendWith(OpenImport.class)
class NavigationTest {

  @Test
  void shouldGoToTheDeclarationInAnotherFile(ModelEditor editor) throws Exception {
    editor.goTo("host {");

    Keys.press("F3");

    Workbench.await("the other file", () -> ModelEditor.active().title().equals("host.sockmodel"));
    Workbench.await("the declaration", () -> ModelEditor.active().selection().equals("host"));
    Workbench.screenshot("declaration-in-another-file");
  }

  @Test
  void shouldMakeNoLinksInComments(ModelEditor editor) throws Exception {
    editor.document().set("/* of\n host */ " + OpenImport.READER + "// host\n");
    DeclarationLinks links = new DeclarationLinks();

    assertNull(links.detectHyperlinks(editor.viewer(), new Region(editor.text().indexOf("host */"), 0), false));
    assertNull(links.detectHyperlinks(editor.viewer(), new Region(editor.text().lastIndexOf("host"), 0), false));
    assertNotNull(links.detectHyperlinks(editor.viewer(), new Region(editor.text().indexOf("host {"), 0), false));
  }

  @Test
  void shouldGoToAnImportedFile(ModelEditor editor) throws Exception {
    editor.goTo("host.sockmodel");

    Keys.press("F3");

    Workbench.await("the imported file", () -> ModelEditor.active().title().equals("host.sockmodel"));
  }

  @Test
  void shouldFollowAClickWithTheControlKey(ModelEditor editor) throws Exception {
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

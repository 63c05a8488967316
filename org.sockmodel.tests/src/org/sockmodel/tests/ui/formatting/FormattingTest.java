package org.sockmodel.tests.ui.formatting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.OpenReader;
import org.sockmodel.tests.ui.workbench.ReaderModel;
import org.sockmodel.tests.ui.workbench.Workbench;

@ExtendWith(OpenReader.class)
class FormattingTest {

  @Test
  void shouldLayTheTextOutOnSaveWhereThatIsWanted(ModelEditor editor) throws Exception {
    editor.document().replace(editor.text().indexOf("  cpus 2"), 8, "cpus     2");
    editor.goTo("cpus  ");
    Keys.press("ctrl+s");
    Workbench.await("saved as it is", () -> !editor.editor().isDirty());
    assertTrue(editor.text().contains("\ncpus     2\n"), editor.text());
    IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.sockmodel.dsl.ui");
    preferences.putBoolean("editor.layOutOnSave", true);
    try {
      editor.document().replace(editor.text().indexOf("cpus"), 0, " ");

      Keys.press("ctrl+s");

      Workbench.await("saved", () -> !editor.editor().isDirty());
      assertEquals(ReaderModel.TEXT, editor.text());
      IFile saved = editor.editor().getEditorInput().getAdapter(IFile.class);
      assertEquals(ReaderModel.TEXT, Files.readString(saved.getLocation().toPath()));
    } finally {
      preferences.remove("editor.layOutOnSave");
    }
  }

  @Test
  void shouldLayTheTextOut(ModelEditor editor) throws Exception {
    editor.document().replace(editor.text().indexOf("  cpus 2"), 8, "cpus     2");
    editor.goTo("cpus ");

    Keys.press("ctrl+shift+f");

    Workbench.await("the layout", () -> editor.text().equals(ReaderModel.TEXT));
  }

  @Test
  void shouldReplaceNoMoreThanWhatALayoutChanges(ModelEditor editor) throws Exception {
    editor.document().replace(editor.text().indexOf("  cpus 2"), 8, "   cpus 2");
    List<String> replaced = new ArrayList<>();
    editor.document().addPrenotifiedDocumentListener(new IDocumentListener() {
      @Override
      public void documentAboutToBeChanged(DocumentEvent event) {
        try {
          replaced.add(event.getDocument().get(event.getOffset(), event.getLength()) + " by " + event.getText());
        } catch (BadLocationException outside) {
          throw new IllegalStateException(outside);
        }
      }

      @Override
      public void documentChanged(DocumentEvent event) {
        // Told already.
      }
    });
    editor.goTo("cpus ");

    Keys.press("ctrl+shift+f");

    Workbench.await("the layout", () -> editor.text().equals(ReaderModel.TEXT));
    assertEquals(List.of("  by "), replaced);
  }
}

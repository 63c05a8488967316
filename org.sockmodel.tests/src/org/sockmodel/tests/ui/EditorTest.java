package org.sockmodel.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Iterator;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;

class EditorTest {

  private static final String SOUND = """
      // A small machine.
      model host_model

      machine host {
        cpus 2
      }
      """;
  private static final String BROKEN = SOUND.replace("cpus 2", "cpus two");
  private static final int BROKEN_LINE = 5;

  private ModelProject project;

  @BeforeEach
  void createProject() throws Exception {
    project = new ModelProject("models");
  }

  @AfterEach
  void deleteProject() throws Exception {
    Workbench.page().closeAllEditors(false);
    project.close();
  }

  @Test
  void shouldOpenAModelInTheGenericEditor() throws Exception {
    ITextEditor editor = open(project.file("host.sockmodel", SOUND));

    assertEquals("org.eclipse.ui.genericeditor.GenericEditor", editor.getSite().getId());
  }

  @Test
  void shouldColourKeywordsCommentsAndNumbers() throws Exception {
    StyledText text = text(open(project.file("host.sockmodel", SOUND)));

    Workbench.await("a coloured keyword", () -> colourOf(text, "machine host") != null);

    assertEquals(rgb(TokenColour.KEYWORD), colourOf(text, "machine host"));
    assertEquals(rgb(TokenColour.KEYWORD), colourOf(text, "model host_model"));
    assertEquals(rgb(TokenColour.KEYWORD), colourOf(text, "cpus"));
    assertEquals(rgb(TokenColour.COMMENT), colourOf(text, "// A small"));
    assertEquals(rgb(TokenColour.NUMBER), colourOf(text, "2"));
    assertNull(colourOf(text, "host_model"));
  }

  @Test
  void shouldRecolourWhatAnOpenedCommentTakesIn() throws Exception {
    ITextEditor editor = open(project.file("host.sockmodel", SOUND));
    StyledText text = text(editor);
    Workbench.await("a coloured keyword", () -> colourOf(text, "machine host") != null);

    document(editor).set("/* " + SOUND + "*/");

    Workbench.await("a keyword that has become part of a comment",
        () -> rgb(TokenColour.COMMENT).equals(colourOf(text, "machine host")));
  }

  @Test
  void shouldMarkAnErrorAndUnmarkItOnceMended() throws Exception {
    IFile file = project.file("host.sockmodel", BROKEN);
    ITextEditor editor = open(file);
    Workbench.await("an error marker", () -> !ModelProject.errors(file).isEmpty());
    IMarker error = ModelProject.errors(file).get(0);
    int offset = BROKEN.indexOf("two");

    assertEquals(BROKEN_LINE, error.getAttribute(IMarker.LINE_NUMBER, -1));
    assertEquals(offset, error.getAttribute(IMarker.CHAR_START, -1));
    assertEquals(offset + "two".length(), error.getAttribute(IMarker.CHAR_END, -1));
    assertFalse(error.getAttribute(IMarker.MESSAGE, "").isBlank());
    StyledText text = text(editor);
    Workbench.await("a coloured keyword", () -> colourOf(text, "machine host") != null);
    Workbench.await("the error in the editor", () -> errorAt(editor, offset));
    Workbench.screenshot("editor-with-error");

    document(editor).set(SOUND);
    editor.doSave(new NullProgressMonitor());

    Workbench.await("no more error markers", () -> ModelProject.errors(file).isEmpty());
  }

  @Test
  void shouldMarkAnErrorThatWasSavedIntoASoundModel() throws Exception {
    IFile file = project.file("host.sockmodel", SOUND);
    ITextEditor editor = open(file);

    document(editor).set(BROKEN);
    editor.doSave(new NullProgressMonitor());

    Workbench.await("an error marker", () -> !ModelProject.errors(file).isEmpty());
  }

  @Test
  void shouldMarkAnErrorInAModelThatIsNotOpen() throws Exception {
    IFile closed = project.file("closed.sockmodel", BROKEN);

    Workbench.await("an error marker", () -> !ModelProject.errors(closed).isEmpty());

    assertEquals(0, Workbench.page().getEditorReferences().length);
    assertEquals(BROKEN_LINE, ModelProject.errors(closed).get(0).getAttribute(IMarker.LINE_NUMBER, -1));
  }

  /** Whether the editor has an annotation there that it draws as an error. */
  private static boolean errorAt(ITextEditor editor, int offset) {
    IAnnotationModel annotations = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
    Iterator<Annotation> all = annotations.getAnnotationIterator();
    while (all.hasNext()) {
      Annotation annotation = all.next();
      if (annotation.getType().equals("org.eclipse.ui.workbench.texteditor.error")
          && annotations.getPosition(annotation).getOffset() == offset) {
        return true;
      }
    }
    return false;
  }

  private static ITextEditor open(IFile file) throws Exception {
    return (ITextEditor) IDE.openEditor(Workbench.page(), file);
  }

  private static StyledText text(ITextEditor editor) {
    return (StyledText) editor.getAdapter(Control.class);
  }

  private static IDocument document(ITextEditor editor) {
    return editor.getDocumentProvider().getDocument(editor.getEditorInput());
  }

  /** The colour of the first character of a text; null where it has none of its own. */
  private static RGB colourOf(StyledText widget, String text) {
    StyleRange style = widget.getStyleRangeAtOffset(widget.getText().indexOf(text));
    return style == null || style.foreground == null ? null : style.foreground.getRGB();
  }

  private static RGB rgb(TokenColour colour) {
    return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry().getRGB(colour.key());
  }
}

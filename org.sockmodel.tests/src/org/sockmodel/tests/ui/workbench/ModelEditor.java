package org.sockmodel.tests.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.sockmodel.dsl.ui.colouring.TokenColour;

/** An open editor, as a user sees and uses it. */
public final class ModelEditor {

  private final ITextEditor editor;

  private ModelEditor(ITextEditor editor) {
    this.editor = editor;
  }

  /** Opens a model in its editor. */
  public static ModelEditor open(IFile file) throws PartInitException {
    return new ModelEditor((ITextEditor) IDE.openEditor(Workbench.page(), file));
  }

  /** The editor that is in front now. */
  public static ModelEditor active() {
    return new ModelEditor((ITextEditor) Workbench.page().getActiveEditor());
  }

  public ITextEditor editor() {
    return editor;
  }

  public String kind() {
    return editor.getSite().getId();
  }

  public String title() {
    return editor.getTitle();
  }

  public ISourceViewer viewer() {
    return (ISourceViewer) editor.getAdapter(ITextViewer.class);
  }

  public StyledText widget() {
    return viewer().getTextWidget();
  }

  public IDocument document() {
    return editor.getDocumentProvider().getDocument(editor.getEditorInput());
  }

  public String text() {
    return document().get();
  }

  public void save() {
    editor.doSave(new NullProgressMonitor());
  }

  /** Puts the cursor before the first occurrence of a text, and the keys into the editor. */
  public void goTo(String text) {
    select(text, 0);
  }

  public void goToEnd() {
    editor.selectAndReveal(document().getLength(), 0);
    editor.setFocus();
  }

  public void select(String text, int length) {
    int place = text().indexOf(text);
    assertTrue(place >= 0, "no " + text);
    editor.selectAndReveal(place, length);
    editor.setFocus();
  }

  /** The text that is selected now. */
  public String selection() {
    return widget().getSelectionText();
  }

  /** The colour of the first character of a text; null where it has none of its own. */
  public RGB colourOf(String text) {
    StyleRange style = styleOf(text);
    return style == null || style.foreground == null ? null : style.foreground.getRGB();
  }

  public StyleRange styleOf(String text) {
    return widget().getStyleRangeAtOffset(widget().getText().indexOf(text));
  }

  public void awaitColour(String text, TokenColour colour) {
    Workbench.await("'" + text + "' as " + colour, () -> rgb(colour).equals(colourOf(text)));
  }

  public static RGB rgb(TokenColour colour) {
    return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry().getRGB(colour.key());
  }

  /** How many places can be folded now. */
  public int placesToFold() {
    int count = 0;
    ProjectionAnnotationModel places = ((ProjectionViewer) viewer()).getProjectionAnnotationModel();
    for (Iterator<Annotation> all = places.getAnnotationIterator(); all.hasNext(); all.next()) {
      count++;
    }
    return count;
  }

  /** Whether the editor has an annotation of a type that begins at an offset. */
  public boolean annotated(String type, int offset) {
    IAnnotationModel annotations = viewer().getAnnotationModel();
    Iterator<Annotation> all = annotations.getAnnotationIterator();
    while (all.hasNext()) {
      Annotation annotation = all.next();
      Position position = annotations.getPosition(annotation);
      if (annotation.getType().equals(type) && position != null && position.getOffset() == offset) {
        return true;
      }
    }
    return false;
  }
}

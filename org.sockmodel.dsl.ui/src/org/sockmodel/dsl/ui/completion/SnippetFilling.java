package org.sockmodel.dsl.ui.completion;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.texteditor.link.EditorLinkedModeUI;
import org.sockmodel.dsl.ui.templates.Snippet;

/** Leads from place to place of a template by the tabulator key. */
final class SnippetFilling {

  private SnippetFilling() {
  }

  /** Begins at the first place of a template that was written at an offset; gives what is to be selected. */
  static Point start(ITextViewer viewer, int offset, Snippet snippet) throws BadLocationException {
    if (snippet.places().isEmpty()) {
      return new Point(offset + snippet.end(), 0);
    }
    Map<Integer, LinkedPositionGroup> groups = groups(viewer.getDocument(), offset, snippet);
    LinkedModeModel model = new LinkedModeModel();
    for (LinkedPositionGroup group : groups.values()) {
      model.addGroup(group);
    }
    model.forceInstall();
    LinkedModeUI filling = new EditorLinkedModeUI(model, viewer);
    filling.setExitPosition(viewer, offset + snippet.end(), 0, Integer.MAX_VALUE);
    filling.enter();
    return new Point(filling.getSelectedRegion().getOffset(), filling.getSelectedRegion().getLength());
  }

  private static Map<Integer, LinkedPositionGroup> groups(IDocument document, int offset, Snippet snippet)
      throws BadLocationException {
    Map<Integer, LinkedPositionGroup> groups = new TreeMap<>();
    int order = 0;
    for (Snippet.Place place : snippet.places()) {
      groups.computeIfAbsent(place.number(), number -> new LinkedPositionGroup())
          .addPosition(new LinkedPosition(document, offset + place.offset(), place.length(), order++));
    }
    return groups;
  }
}

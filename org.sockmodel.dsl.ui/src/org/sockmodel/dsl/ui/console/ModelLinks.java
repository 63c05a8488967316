package org.sockmodel.dsl.ui.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.ui.console.FileLink;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.console.IPatternMatchListenerDelegate;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;

/** Makes a link of {@code project/file.sockmodel:LINE:}, as problems and failed expectations begin. */
public final class ModelLinks implements IPatternMatchListenerDelegate {

  private static final Pattern PLACE = Pattern.compile("(.+?\\.sockmodel):(\\d+)");

  private TextConsole console;

  @Override
  public void connect(TextConsole connected) {
    console = connected;
  }

  @Override
  public void disconnect() {
    console = null;
  }

  @Override
  public void matchFound(PatternMatchEvent event) {
    try {
      IDocument document = console.getDocument();
      Matcher place = PLACE.matcher(document.get(event.getOffset(), event.getLength()));
      if (place.find()) {
        IPath path = IPath.fromPortableString(place.group(1));
        IFile file = path.segmentCount() < 2 ? null : ResourcesPlugin.getWorkspace().getRoot().getFile(path);
        if (file != null && file.exists()) {
          console.addHyperlink(new FileLink(file, null, -1, -1, Integer.parseInt(place.group(2))),
              event.getOffset(), place.end());
        }
      }
    } catch (BadLocationException | NumberFormatException e) {
      // The console dropped the line meanwhile, or the number is none.
    }
  }
}

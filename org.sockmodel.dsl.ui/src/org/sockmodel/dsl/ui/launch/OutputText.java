package org.sockmodel.dsl.ui.launch;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IStreamMonitor;

/** What a run writes; listeners get the text in the pieces that are flushed. */
final class OutputText implements IStreamMonitor {

  private final StringBuilder all = new StringBuilder();
  private final List<IStreamListener> listeners = new CopyOnWriteArrayList<>();

  /** A writer of this text. */
  PrintWriter writer() {
    return new PrintWriter(new Writer() {
      @Override
      public void write(char[] text, int offset, int length) {
        add(new String(text, offset, length));
      }

      @Override
      public void flush() {
        // Nothing is held back.
      }

      @Override
      public void close() {
        // The text stays for whoever shows it later.
      }
    });
  }

  /** Who becomes a listener holds this lock while it takes what there is, so that it misses nothing. */
  private synchronized void add(String text) {
    all.append(text);
    listeners.forEach(listener -> listener.streamAppended(text, this));
  }

  @Override
  public synchronized String getContents() {
    return all.toString();
  }

  @Override
  public void addListener(IStreamListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeListener(IStreamListener listener) {
    listeners.remove(listener);
  }
}

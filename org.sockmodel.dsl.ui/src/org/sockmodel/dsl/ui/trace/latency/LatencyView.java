package org.sockmodel.dsl.ui.trace.latency;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.sockmodel.dsl.ui.accessibility.ScreenReader;
import org.sockmodel.dsl.ui.trace.paint.Magnification;
import org.sockmodel.dsl.ui.trace.paint.PictureCanvas;
import org.sockmodel.dsl.ui.trace.session.TraceChange;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.view.Recalculation;
import org.sockmodel.dsl.ui.trace.view.Sentence;
import org.sockmodel.dsl.ui.trace.view.TraceView;
import org.sockmodel.runtime.history.LatencySummary;
import org.sockmodel.runtime.history.MessageLog;
import org.sockmodel.runtime.history.picture.LatencyPicture;
import org.sockmodel.runtime.history.picture.Picture;
import org.sockmodel.runtime.history.picture.TimeWindow;
import org.sockmodel.runtime.report.Quantity;

/** Histogram, cumulative share and stages of messages. */
public final class LatencyView extends TraceView {

  /** The view's id, which is also that of its context menu. */
  public static final String ID = "org.sockmodel.dsl.ui.trace.latency";

  private static final String INVITATION = "Open a trace to see its latencies";
  private static final int SETTLED_MS = 200;
  private static final int LINE = 30;

  private Sentence sentence;
  private ScrolledComposite scrolled;
  private PictureCanvas canvas;
  private LatencySummary latency = LatencySummary.NONE;
  private IAction followWindow;
  private Recalculation summing;

  @Override
  public void createPartControl(Composite parent) {
    sentence = new Sentence(parent);
    scrolled = new ScrolledComposite(sentence.body(), SWT.V_SCROLL);
    sentence.above(scrolled);
    scrolled.setExpandHorizontal(true);
    scrolled.setExpandVertical(true);
    canvas = new PictureCanvas(scrolled, SWT.NONE);
    canvas.show(this::picture);
    scrolled.setContent(canvas);
    scrolled.addListener(SWT.Resize, event -> scrolled.getDisplay().asyncExec(this::fit));
    canvas.addListener(SWT.KeyDown, this::key);
    summing = new Recalculation("Sum up latencies", parent.getDisplay());
    ScreenReader.name(canvas, this::spoken);
    followWindow = new Action("&Only messages that the timeline shows", IAction.AS_CHECK_BOX) {
      @Override
      public void run() {
        sum(0);
      }
    };
    getViewSite().getActionBars().getMenuManager().add(followWindow);
    MenuManager menu = new MenuManager();
    menu.add(followWindow);
    canvas.setMenu(menu.createContextMenu(canvas));
    getSite().registerContextMenu(ID, menu, null);
    follow();
  }

  /** A low window leaves out nothing: one can move to it. */
  private void fit() {
    if (!scrolled.isDisposed()) {
      Magnification magnification = canvas.magnification();
      int width = magnification.units(scrolled.getClientArea().width);
      scrolled.setMinHeight(magnification.pixels(new LatencyPicture(latency, width, 1).leastHeight()));
    }
  }

  private void key(Event event) {
    int page = scrolled.getClientArea().height;
    switch (event.keyCode) {
      case SWT.ARROW_UP -> scrollBy(-LINE);
      case SWT.ARROW_DOWN -> scrollBy(LINE);
      case SWT.PAGE_UP, SWT.HOME -> scrollBy(-page);
      case SWT.PAGE_DOWN, SWT.END -> scrollBy(page);
      default -> {
      }
    }
  }

  private void scrollBy(int pixels) {
    scrolled.setOrigin(0, scrolled.getOrigin().y + pixels);
  }

  /** Null without a trace. */
  private LatencyPicture picture() {
    return session() == null ? null
        : new LatencyPicture(latency, canvas.extent().x, canvas.extent().y);
  }

  @Override
  public <T> T getAdapter(Class<T> adapter) {
    return adapter == Picture.class ? adapter.cast(picture()) : super.getAdapter(adapter);
  }

  private String spoken() {
    if (session() == null) {
      return INVITATION;
    }
    return latency.total().isEmpty() ? "Latency: no messages" : "Latency of "
        + Quantity.count(latency.messages(), "message", "messages") + ": median "
        + Quantity.duration(latency.total().p50Ns()) + ", 99th percentile "
        + Quantity.duration(latency.total().p99Ns());
  }

  @Override
  protected void sessionChanged() {
    sum(0);
  }

  @Override
  public void changed(TraceChange change, Object source) {
    super.changed(change, source);
    if (change == TraceChange.WINDOW && followWindow.isChecked()) {
      sum(SETTLED_MS);
    }
  }

  private void sum(int delayMs) {
    TraceSession of = session();
    sentence.say(of == null ? INVITATION : "");
    if (of == null) {
      show(LatencySummary.NONE);
      return;
    }
    TimeWindow window = followWindow.isChecked() ? of.window() : null;
    summing.request(delayMs, () -> {
      LatencySummary sum = sum(of.history().messages(), window);
      return () -> {
        if (of == session() && !canvas.isDisposed()) {
          show(sum);
        }
      };
    });
  }

  /** Of all messages without a window. */
  private static LatencySummary sum(MessageLog messages, TimeWindow window) {
    int first = window == null ? 0 : messages.firstAtOrAfter(window.beginNs());
    int end = window == null ? messages.size() : messages.firstAtOrAfter(window.endNs() + 1);
    return LatencySummary.of(messages, first, end);
  }

  private void show(LatencySummary sum) {
    latency = sum;
    fit();
    canvas.refresh();
  }

  @Override
  public void setFocus() {
    canvas.setFocus();
  }
}

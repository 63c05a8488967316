package org.sockmodel.dsl.ui.trace.compare;

import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.sockmodel.dsl.ui.accessibility.ScreenReader;
import org.sockmodel.dsl.ui.trace.paint.PictureCanvas;
import org.sockmodel.dsl.ui.trace.session.TraceSource;
import org.sockmodel.dsl.ui.trace.table.Column;
import org.sockmodel.dsl.ui.trace.table.LongTable;
import org.sockmodel.dsl.ui.trace.view.Sentence;
import org.sockmodel.runtime.history.picture.ComparisonPicture;
import org.sockmodel.runtime.history.picture.Picture;
import org.sockmodel.runtime.report.StageName;
import org.sockmodel.runtime.report.diff.DiffLine;

/** What two traces differ in, as a table and as pictures. */
public final class CompareView extends ViewPart {

  /** The view's id, which is also that of its context menu. */
  public static final String ID = "org.sockmodel.dsl.ui.trace.compare";

  private static final String INVITATION =
      "Select two traces in the explorer and choose Compare With Each Other, or Compare With in a timeline's menu";
  private static final int[] SHARES = {56, 44};

  private Sentence sentence;
  private LongTable table;
  private PictureCanvas canvas;
  private IAction swap;
  private Comparison comparison;
  private List<DiffLine> lines = List.of();
  private CompareJob job;
  private CountedTrace before;
  private CountedTrace after;

  /** Compares two traces in the view of a page, which is opened for it. */
  static void compare(TraceSource before, TraceSource after, IWorkbenchPage page) {
    try {
      CompareView view = (CompareView) page.showView(ID);
      view.compare(CountedTrace.of(before, OpenTraces.in(page)), CountedTrace.of(after, OpenTraces.in(page)));
    } catch (PartInitException problem) {
      StatusManager.getManager().handle(problem.getStatus(), StatusManager.SHOW);
    }
  }

  @Override
  public void createPartControl(Composite parent) {
    sentence = new Sentence(parent);
    SashForm sides = new SashForm(sentence.body(), SWT.HORIZONTAL);
    sentence.above(sides);
    table = new LongTable(sides, "Comparison", List.of(
        Column.text("Per message, or time", 170, row -> StageName.drawn(lines.get(row).name())),
        Column.text("Which", 56, row -> lines.get(row).percentile()),
        Column.number("A", 72, row -> lines.get(row).before()),
        Column.number("B", 72, row -> lines.get(row).after()),
        Column.number("Change", 80, row -> lines.get(row).change()),
        Column.text("More than noise", 130, row -> verdict(lines.get(row)))));
    canvas = new PictureCanvas(sides, SWT.NONE);
    sides.setWeights(SHARES);
    canvas.show(this::picture);
    ScreenReader.name(canvas, () -> comparison == null ? INVITATION : comparison.answer());
    addSwap();
    MenuManager menu = new MenuManager();
    menu.add(swap);
    table.setTableMenu(menu.createContextMenu(table));
    canvas.setMenu(menu.createContextMenu(canvas));
    getSite().registerContextMenu(ID, menu, null);
    sentence.say(INVITATION);
  }

  private void addSwap() {
    swap = new Action("&Swap A and B") {
      @Override
      public void run() {
        compare(after, before);
      }
    };
    swap.setEnabled(false);
    getViewSite().getActionBars().getMenuManager().add(swap);
  }

  private static String verdict(DiffLine line) {
    return switch (line.verdict()) {
      case LESS -> "yes, less";
      case MORE -> "yes, more";
      case SAME -> "no";
      case MISSING -> "";
    };
  }

  private void compare(CountedTrace one, CountedTrace other) {
    if (job != null) {
      job.cancel();
    }
    before = one;
    after = other;
    swap.setEnabled(true);
    job = new CompareJob(one, other, canvas.getDisplay(), this::show, this::fail);
    sentence.say(job.getName() + " ...");
    job.schedule();
  }

  private void show(Comparison result) {
    if (!canvas.isDisposed()) {
      comparison = result;
      lines = result.lines();
      table.setCount(lines.size());
      sentence.say(result.answer());
      canvas.refresh();
    }
  }

  private void fail(String problem) {
    if (!canvas.isDisposed()) {
      comparison = null;
      lines = List.of();
      table.setCount(0);
      sentence.say(problem);
      canvas.refresh();
    }
  }

  private Picture picture() {
    return comparison == null ? null : new ComparisonPicture(comparison.before(), comparison.after(),
        canvas.extent().x, canvas.extent().y);
  }

  /** The picture and the table, for whoever exports them. */
  @Override
  public <T> T getAdapter(Class<T> adapter) {
    if (adapter == Picture.class) {
      return adapter.cast(picture());
    }
    return adapter == LongTable.class ? adapter.cast(table) : super.getAdapter(adapter);
  }

  @Override
  public void setFocus() {
    table.setFocus();
  }

  @Override
  public void dispose() {
    if (job != null) {
      job.cancel();
    }
    super.dispose();
  }
}

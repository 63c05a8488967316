package org.sockmodel.dsl.ui.trace.table;

import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.sockmodel.dsl.ui.accessibility.MenuPlace;
import org.sockmodel.dsl.ui.accessibility.ScreenReader;
import org.sockmodel.dsl.ui.trace.paint.Magnification;

/**
 * A table of any length. The widget holds only the rows that can be seen; a slider beside it moves over all, if there
 * are more. Arrow keys, Page Up and Down, Home and End choose rows, left and right move over columns that have no room,
 * a double click or Enter opens a row, a click on a title or {@link #sortMenu} sorts.
 */
public final class LongTable extends Composite {

  /** Is told by what to sort. */
  @FunctionalInterface
  public interface SortListener {
    /** A person wants the rows sorted by a column. */
    void sort(Column column, boolean descending);
  }

  private static final int NONE = -1;
  private static final int WHEEL_ROWS = 3;
  private static final int SIDEWAYS_PIXELS = 60;

  private final List<Column> columns;
  private final Table table;
  private final Slider slider;
  private IntConsumer chosen = row -> { };
  private IntConsumer opened = row -> { };
  private SortListener sorted = (column, descending) -> { };
  private int count;
  private int top;
  private int selected = NONE;

  /**
   * Makes an empty table.
   *
   * @param name what screen readers call it
   */
  public LongTable(Composite parent, String name, List<Column> columns) {
    super(parent, SWT.NONE);
    this.columns = List.copyOf(columns);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(this);
    table = new Table(this, SWT.FULL_SELECTION | SWT.SINGLE | SWT.H_SCROLL | SWT.NO_SCROLL);
    table.setHeaderVisible(true);
    GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(table);
    slider = new Slider(this, SWT.VERTICAL);
    ScreenReader.name(slider, "Position in " + name);
    GridDataFactory.fillDefaults().grab(false, true).applyTo(slider);
    for (Column column : columns) {
      TableColumn shown = new TableColumn(table, column.number() ? SWT.RIGHT : SWT.LEFT);
      shown.setText(column.title());
      shown.setWidth(width(column));
      shown.setResizable(column.widthPixels() > 0);
    }
    table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent event) {
        event.result = name;
      }

      @Override
      public void getDescription(AccessibleEvent event) {
        event.result = selected < 0 ? count + " rows" : "row " + (selected + 1) + " of " + count;
      }
    });
    listen();
  }

  /** As wide as the font of the workbench asks for. */
  private int width(Column column) {
    return Magnification.of(getDisplay()).pixels(column.widthPixels());
  }

  private void listen() {
    addListener(SWT.Resize, event -> getDisplay().asyncExec(this::refresh));
    slider.addListener(SWT.Selection, event -> scrollTo(slider.getSelection()));
    table.addListener(SWT.MouseVerticalWheel, event -> {
      event.doit = false;
      scrollTo(top - Integer.signum(event.count) * WHEEL_ROWS);
    });
    table.addListener(SWT.MouseDown, event -> clicked(table.getItem(new Point(event.x, event.y))));
    // The widget also selects its first row by itself when it gets the focus.
    table.addListener(SWT.Selection, event -> getDisplay().asyncExec(this::refresh));
    table.addListener(SWT.FocusIn, event -> getDisplay().asyncExec(this::refresh));
    table.addListener(SWT.DefaultSelection, event -> open());
    table.addListener(SWT.KeyDown, this::key);
  }

  /** Tells {@code listener} which row a person has chosen. */
  public void onChoose(IntConsumer listener) {
    chosen = listener;
  }

  /** Tells {@code listener} which row a person opens. */
  public void onOpen(IntConsumer listener) {
    opened = listener;
  }

  /** Tells {@code listener} by what a person wants to sort: largest first, the other way round at the second click. */
  public void onSort(SortListener listener) {
    sorted = listener;
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      if (columns.get(i).keys() != null) {
        table.getColumn(i).addListener(SWT.Selection, event -> sortBy(column));
      }
    }
  }

  private void sortBy(int column) {
    TableColumn shown = table.getColumn(column);
    boolean again = table.getSortColumn() == shown && table.getSortDirection() == SWT.DOWN;
    table.setSortColumn(shown);
    table.setSortDirection(again ? SWT.UP : SWT.DOWN);
    top = 0;
    sorted.sort(columns.get(column), !again);
  }

  /** A menu that sorts as clicks on titles do, for whoever uses the keyboard alone. */
  public IContributionItem sortMenu() {
    MenuManager menu = new MenuManager("&Sort By");
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(within -> {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).keys() != null && table.getColumn(i).getWidth() > 0) {
          within.add(sortAction(i));
        }
      }
    });
    return menu;
  }

  private IAction sortAction(int column) {
    IAction action = new Action(columns.get(column).title(), IAction.AS_CHECK_BOX) {
      @Override
      public void run() {
        sortBy(column);
      }
    };
    action.setChecked(table.getSortColumn() == table.getColumn(column));
    return action;
  }

  /** The menu that a right click on a row opens, or a key. */
  public void setTableMenu(Menu menu) {
    table.setMenu(menu);
    MenuPlace.of(table, this::menuPlace);
  }

  private Point menuPlace() {
    int row = selected >= top && selected < top + table.getItemCount() ? selected - top : 0;
    return new Point(table.getItemHeight(), table.getHeaderHeight() + (row + 1) * table.getItemHeight());
  }

  /** Shows or hides a column. */
  public void setVisible(int column, boolean visible) {
    TableColumn shown = table.getColumn(column);
    int width = width(columns.get(column));
    if (visible && shown.getWidth() == 0 || !visible && shown.getWidth() > 0) {
      shown.setWidth(visible ? width : 0);
      shown.setResizable(visible);
    }
  }

  /** The columns, in their order. */
  public List<Column> columns() {
    return columns;
  }

  /** How many rows there are. */
  public int count() {
    return count;
  }

  /** The chosen row, or -1. */
  public int selected() {
    return selected;
  }

  /** The table has so many rows now, and any may have changed. */
  public void setCount(int newCount) {
    setRows(newCount, selected);
  }

  /** The table has so many rows now, any may have changed, and the chosen one lies here, seen or not; -1 is none. */
  public void setRows(int newCount, int newSelected) {
    count = newCount;
    selected = newSelected < count ? newSelected : NONE;
    refresh();
  }

  /** Chooses a row and shows it, or none; nobody is told. */
  public void select(int row) {
    selected = row < count ? row : NONE;
    int visible = visible();
    if (selected >= 0 && (selected < top || selected >= top + visible)) {
      top = selected - visible / 2;
    }
    table.getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
    refresh();
  }

  private void clicked(TableItem item) {
    if (item != null) {
      selected = top + table.indexOf(item);
      chosen.accept(selected);
    }
  }

  private void open() {
    if (selected >= 0) {
      opened.accept(selected);
    }
  }

  private void key(Event event) {
    switch (event.keyCode) {
      case SWT.ARROW_UP -> move(event, -1);
      case SWT.ARROW_DOWN -> move(event, 1);
      case SWT.PAGE_UP -> move(event, -visible());
      case SWT.PAGE_DOWN -> move(event, visible());
      case SWT.HOME -> move(event, -count);
      case SWT.END -> move(event, count);
      case SWT.ARROW_LEFT -> moveSideways(event, -SIDEWAYS_PIXELS);
      case SWT.ARROW_RIGHT -> moveSideways(event, SIDEWAYS_PIXELS);
      default -> {
      }
    }
  }

  private void move(Event event, int rows) {
    event.doit = false;
    if (count > 0) {
      int next = Math.max(0, Math.min(count - 1, Math.max(selected, 0) + rows));
      select(selected < 0 ? Math.min(top, count - 1) : next);
      chosen.accept(selected);
    }
  }

  private void moveSideways(Event event, int pixels) {
    event.doit = false;
    ScrollBar bar = table.getHorizontalBar();
    bar.setSelection(bar.getSelection() + pixels);
  }

  private void scrollTo(int row) {
    top = row;
    refresh();
  }

  private int visible() {
    int room = table.getClientArea().height - table.getHeaderHeight();
    return Math.max(1, room / Math.max(1, table.getItemHeight()));
  }

  /** Shows anew what can be seen. */
  public void refresh() {
    if (isDisposed()) {
      return;
    }
    int visible = visible();
    top = Math.max(0, Math.min(top, count - visible));
    slider.setValues(top, 0, Math.max(1, count), Math.min(visible, Math.max(1, count)), WHEEL_ROWS, visible);
    showSlider(count > visible);
    int shown = Math.min(visible, count - top);
    if (table.getItemCount() > shown) {
      table.remove(shown, table.getItemCount() - 1);
    }
    for (int i = 0; i < shown; i++) {
      TableItem item = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
      item.setText(texts(top + i));
    }
    if (selected >= top && selected < top + shown) {
      table.setSelection(selected - top);
    } else {
      table.deselectAll();
    }
  }

  /** Beside a table that shows all its rows there is none. */
  private void showSlider(boolean needed) {
    GridData place = (GridData) slider.getLayoutData();
    if (place.exclude == needed) {
      place.exclude = !needed;
      slider.setVisible(needed);
      layout();
    }
  }

  private String[] texts(int row) {
    String[] texts = new String[columns.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = columns.get(i).text().apply(row);
    }
    return texts;
  }

  @Override
  public boolean setFocus() {
    return table.setFocus();
  }
}

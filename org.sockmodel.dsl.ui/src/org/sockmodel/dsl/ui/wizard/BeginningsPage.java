package org.sockmodel.dsl.ui.wizard;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableColumn;
import org.sockmodel.dsl.ui.accessibility.ScreenReader;

/** Shows models to begin with and the text of the selected one; one of them, or several by check marks, are chosen. */
final class BeginningsPage extends WizardPage {

  private static final int WIDTH_CHARACTERS = 125;
  private static final int HEIGHT_ROWS = 28;

  private final List<Beginning> beginnings;
  private final boolean several;
  private TableViewer table;
  private StyledText preview;

  /**
   * @param several whether more than one can be chosen; all are at first
   */
  BeginningsPage(String title, String description, List<Beginning> beginnings, boolean several) {
    super("beginnings");
    this.beginnings = beginnings;
    this.several = several;
    setTitle(title);
    setDescription(description);
  }

  /** The chosen ones; before the page was shown those that it would begin with. */
  List<Beginning> chosen() {
    if (table == null) {
      return several ? beginnings : beginnings.subList(0, 1);
    }
    if (table instanceof CheckboxTableViewer checks) {
      return Arrays.stream(checks.getCheckedElements()).map(Beginning.class::cast).toList();
    }
    return List.of(selected());
  }

  @Override
  public void createControl(Composite parent) {
    initializeDialogUnits(parent);
    // A wizard asks its pages for their own size, so the wanted one must be that of something within.
    Composite page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(page);
    SashForm sash = new SashForm(page, SWT.VERTICAL);
    TableColumnLayout columns = createTable(sash);
    preview = new StyledText(sash, SWT.BORDER | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
    preview.setFont(JFaceResources.getTextFont());
    ScreenReader.name(table.getTable(), "Models to begin with");
    ScreenReader.name(preview, "Text of the selected model");
    table.addSelectionChangedListener(event -> preview.setText(selected().text()));
    table.setSelection(new StructuredSelection(beginnings.get(0)));
    Dialog.applyDialogFont(sash);
    preview.setFont(JFaceResources.getTextFont());
    int width = Math.max(convertWidthInCharsToPixels(WIDTH_CHARACTERS), widen(columns));
    GridDataFactory.fillDefaults().grab(true, true).hint(width, convertHeightInCharsToPixels(HEIGHT_ROWS))
        .applyTo(sash);
    setControl(page);
  }

  /** Keys choose a model as soon as the page is there. */
  @Override
  public void setVisible(boolean visible) {
    super.setVisible(visible);
    if (visible) {
      table.getTable().setFocus();
    }
  }

  private TableColumnLayout createTable(Composite parent) {
    Composite space = new Composite(parent, SWT.NONE);
    int style = SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL;
    table = several ? CheckboxTableViewer.newCheckList(space, style) : new TableViewer(space, style);
    table.getTable().setHeaderVisible(true);
    TableColumnLayout layout = new TableColumnLayout();
    space.setLayout(layout);
    addColumn("Model", ColumnLabelProvider.createTextProvider(each -> ((Beginning) each).file()));
    addColumn("What it is about", ColumnLabelProvider.createTextProvider(each -> ((Beginning) each).title()));
    table.setContentProvider(ArrayContentProvider.getInstance());
    table.setInput(beginnings);
    if (table instanceof CheckboxTableViewer checks) {
      checks.setAllChecked(true);
      checks.addCheckStateListener(event -> setPageComplete(!chosen().isEmpty()));
    }
    return layout;
  }

  private void addColumn(String header, ColumnLabelProvider labels) {
    TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
    column.getColumn().setText(header);
    column.setLabelProvider(labels);
  }

  /** Cuts no text, in whatever font: the result is how wide the table then wants to be. */
  private int widen(TableColumnLayout layout) {
    int all = table.getTable().getBorderWidth() * 2 + table.getTable().getVerticalBar().getSize().x;
    for (TableColumn column : table.getTable().getColumns()) {
      column.pack();
      layout.setColumnData(column, new ColumnWeightData(column.getWidth(), column.getWidth()));
      all += column.getWidth();
    }
    return all;
  }

  private Beginning selected() {
    IStructuredSelection selection = table.getStructuredSelection();
    return selection.isEmpty() ? beginnings.get(0) : (Beginning) selection.getFirstElement();
  }
}

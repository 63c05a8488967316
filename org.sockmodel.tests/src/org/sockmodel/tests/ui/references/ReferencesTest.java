package org.sockmodel.tests.ui.references;

import java.util.Arrays;
import org.eclipse.search.ui.ISearchResultViewPart;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Popups;
import org.sockmodel.tests.ui.workbench.Workbench;

class ReferencesTest {

  private static final String HOST = """
      // The machines of all models.
      machine host { cpus 2 }
      """;

  private static final String MODEL = """
      import "host.sockmodel"
      model reader
      nic eth0 on host { queue 0 irq 24 -> cpu 0 }
      """;

  private ModelProject project;
  private ModelEditor editor;

  @BeforeEach
  void open() throws Exception {
    project = new ModelProject("names");
    project.file("host.sockmodel", HOST);
    editor = ModelEditor.open(project.file("reader.sockmodel", MODEL));
    editor.awaitColour("host {", TokenColour.MACHINE);
  }

  @AfterEach
  void close() throws Exception {
    Arrays.stream(NewSearchUI.getQueries()).forEach(NewSearchUI::removeQuery);
    if (NewSearchUI.getSearchResultView() != null) {
      Workbench.page().hideView(NewSearchUI.getSearchResultView());
    }
    project.close();
  }

  @Test
  void shouldListReferencesInTheSearchView() throws Exception {
    editor.goTo("host {");

    Keys.press("ctrl+shift+g");

    Workbench.await("the references", () -> NewSearchUI.getQueries().length > 0
        && NewSearchUI.getQueries()[0].getSearchResult() instanceof AbstractTextSearchResult found
        && found.getMatchCount() == 2);
    Workbench.await("both files in the view", () -> references() != null && references().getItemCount() == 2);
    Workbench.screenshot("references");
  }

  private static Tree references() {
    ISearchResultViewPart view = NewSearchUI.getSearchResultView();
    return view != null && view.getActivePage() != null
        && view.getActivePage().getControl() instanceof Composite within ? Popups.find(within, Tree.class) : null;
  }
}

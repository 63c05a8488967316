package org.sockmodel.tests.ui.references;

import java.util.Arrays;
import org.eclipse.search.ui.ISearchResultViewPart;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.ModelEditor;
import org.sockmodel.tests.ui.workbench.OpenImport;
import org.sockmodel.tests.ui.workbench.Popups;
import org.sockmodel.tests.ui.workbench.Workbench;

@ExtendWith(OpenImport.class)
class ReferencesTest {

  @AfterEach
  void hideReferences() {
    Arrays.stream(NewSearchUI.getQueries()).forEach(NewSearchUI::removeQuery);
    if (NewSearchUI.getSearchResultView() != null) {
      Workbench.page().hideView(NewSearchUI.getSearchResultView());
    }
  }

  @Test
  void shouldListReferencesInTheSearchView(ModelEditor editor) throws Exception {
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

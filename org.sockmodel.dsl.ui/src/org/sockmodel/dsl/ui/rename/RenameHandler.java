package org.sockmodel.dsl.ui.rename;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.ltk.ui.refactoring.RefactoringWizardOpenOperation;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.sockmodel.dsl.ui.language.ActiveModel;
import org.sockmodel.dsl.ui.language.ModelDocument;
import org.sockmodel.dsl.ui.language.UserInterface;
import org.sockmodel.dsl.ui.status.StatusLine;

/** Renames the element at the cursor, if there is one that can be renamed. */
public final class RenameHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    Shell shell = HandlerUtil.getActiveShellChecked(event);
    Optional<ActiveModel> active = ActiveModel.of(HandlerUtil.getActiveEditor(event));
    Optional<IRegion> name = active.flatMap(RenameHandler::name);
    if (name.isEmpty()) {
      active.ifPresent(model -> StatusLine.refuse("There is no name here that could be changed."));
      return null;
    }
    RenameRefactoring refactoring = new RenameRefactoring(active.get().document(), name.get());
    try {
      new RefactoringWizardOpenOperation(new RenameWizard(refactoring)).run(shell, "Rename");
    } catch (InterruptedException given) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  private static Optional<IRegion> name(ActiveModel model) {
    ModelDocument document = model.document();
    PrepareRenameParams place = new PrepareRenameParams(document.identifier(),
        document.places().position(model.cursor()));
    return UserInterface.await(document.ask(server -> server.prepareRename(place)))
        .map(answer -> answer.isFirst() ? answer.getFirst() : answer.isSecond() ? answer.getSecond().getRange() : null)
        .map(document.places()::region);
  }
}

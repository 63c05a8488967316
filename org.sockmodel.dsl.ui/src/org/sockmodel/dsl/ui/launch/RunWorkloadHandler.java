package org.sockmodel.dsl.ui.launch;

import com.google.inject.Injector;
import java.io.StringReader;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParser;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Workload;
import org.sockmodel.dsl.ui.language.SockModelLanguage;

/** Runs the workload that the cursor is in, alone; the outline moves the cursor, so it serves there too. */
public final class RunWorkloadHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    IEditorPart part = HandlerUtil.getActiveEditor(event);
    ITextEditor editor = Adapters.adapt(part, ITextEditor.class);
    IFile file = part == null ? null : Adapters.adapt(part.getEditorInput(), IFile.class);
    if (editor != null && file != null
        && editor.getSelectionProvider().getSelection() instanceof ITextSelection cursor) {
      String text = editor.getDocumentProvider().getDocument(editor.getEditorInput()).get();
      ICoreRunnable work = monitor -> launch(file, text, cursor.getOffset());
      Job.create("Looking for the workload", work).schedule();
    }
    return null;
  }

  private static void launch(IFile file, String text, int offset) throws CoreException {
    Injector language = SockModelLanguage.injector().join();
    Model model = (Model) language.getInstance(IParser.class).parse(new StringReader(text)).getRootASTElement();
    Optional<String> name = model == null ? Optional.empty() : model.getElements().stream()
        .filter(Workload.class::isInstance).map(Workload.class::cast)
        .filter(workload -> isAt(NodeModelUtils.findActualNodeFor(workload), offset))
        .map(Workload::getName).filter(found -> found != null).findFirst();
    if (name.isEmpty()) {
      throw new CoreException(Status.error("Put the cursor into the workload that is to run."));
    }
    Simulations.launch(file, name.get());
  }

  private static boolean isAt(ICompositeNode node, int offset) {
    return node.getOffset() <= offset && offset <= node.getEndOffset();
  }
}

package org.sockmodel.dsl.ide.running;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.DocumentExtensions;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.codelens.ICodeLensService;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/** Offers to run a model above its name; a library has none. */
@Singleton
public final class RunLens implements ICodeLensService {

  @Inject
  private DocumentExtensions documents;

  @Inject
  private UriExtensions uris;

  @Override
  public List<? extends CodeLens> computeCodeLenses(Document document, XtextResource resource, CodeLensParams where,
      CancelIndicator cancelled) {
    if (resource == null || resource.getContents().isEmpty()
        || !(resource.getContents().get(0) instanceof Model model) || model.getName() == null) {
      return List.of();
    }
    var name = NodeModelUtils.findNodesForFeature(model, Literals.MODEL__NAME).get(0);
    Command run = new Command("Run", RunCommands.RUN, List.of(uris.toUriString(resource.getURI())));
    return List.of(new CodeLens(documents.newRange(resource, name.getOffset(), name.getEndOffset()), run, null));
  }
}

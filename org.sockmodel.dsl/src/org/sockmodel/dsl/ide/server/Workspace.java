package org.sockmodel.dsl.ide.server;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.Pair;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.xbase.lib.Procedures.Procedure2;

/** A workspace that may also be no folder at all, for an editor that opened a single file; it can be listened to. */
final class Workspace extends WorkspaceManager {

  private volatile BiConsumer<URI, List<Issue>> analysed = (uri, issues) -> { };

  void whenAnalysed(BiConsumer<URI, List<Issue>> listener) {
    analysed = listener;
  }

  @Override
  public void initialize(List<WorkspaceFolder> folders, Procedure2<? super URI, ? super Iterable<Issue>> issues,
      CancelIndicator cancel) {
    super.initialize(folders, (uri, found) -> {
      issues.apply(uri, found);
      analysed.accept(uri, ImmutableList.copyOf(found));
    }, cancel);
  }

  @Override
  public void initialize(URI folder, Procedure2<? super URI, ? super Iterable<Issue>> issues, CancelIndicator cancel) {
    if (folder == null) {
      initialize(List.of(), issues, cancel);
    } else {
      super.initialize(folder, issues, cancel);
    }
  }

  /** One after the other: two questions about a file that is not loaded yet would both load it. */
  @Override
  public synchronized Pair<? super Document, ? super XtextResource> read(URI uri) {
    return super.read(uri);
  }
}

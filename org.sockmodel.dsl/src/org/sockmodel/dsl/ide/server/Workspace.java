package org.sockmodel.dsl.ide.server;

import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.xbase.lib.Procedures.Procedure2;

/** A workspace that may also be no folder at all: an editor that opened a single file. */
final class Workspace extends WorkspaceManager {

  @Override
  public void initialize(URI folder, Procedure2<? super URI, ? super Iterable<Issue>> issues, CancelIndicator cancel) {
    if (folder == null) {
      initialize(List.of(), issues, cancel);
    } else {
      super.initialize(folder, issues, cancel);
    }
  }
}

package org.sockmodel.dsl.ui.language;

import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;

/** This workbench as the server sees it: a client that logs messages; what was found in a text it hears in full. */
final class WorkbenchClient implements LanguageClient {

  static ClientCapabilities capabilities() {
    TextDocumentClientCapabilities document = new TextDocumentClientCapabilities();
    document.setDocumentSymbol(new DocumentSymbolCapabilities());
    document.getDocumentSymbol().setHierarchicalDocumentSymbolSupport(true);
    document.setFoldingRange(new FoldingRangeCapabilities());
    document.setRename(new RenameCapabilities(true, false));
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setWorkspaceFolders(true);
    return new ClientCapabilities(workspace, document, null);
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    // An AnalysisListener hears of them with their offsets.
  }

  @Override
  public void showMessage(MessageParams message) {
    logMessage(message);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams message) {
    ILog.of(getClass()).info(message.getMessage());
  }

  @Override
  public void telemetryEvent(Object event) {
    // Nobody wants to know.
  }
}

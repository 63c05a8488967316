package org.sockmodel.dsl.ide.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.ExecuteCommandCapabilities;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.validation.Issue;

/**
 * Xtext's server, where a command may take its time: a command that answers with a {@link Supplier} has read what it
 * needs, and the supplier works on a thread of its own, so that meanwhile the editor can write. Beside its client it
 * tells a listener in the same process what it found in a text.
 */
public final class SockModelLanguageServer extends LanguageServerImpl {

  private final ExecutorService commands = Executors.newSingleThreadExecutor(work -> {
    Thread thread = new Thread(work, "command");
    thread.setDaemon(true);
    return thread;
  });

  /** Sets who is told each time that a text has been read and checked, on the thread that did it. */
  public void whenAnalysed(BiConsumer<URI, List<Issue>> listener) {
    ((Workspace) getWorkspaceManager()).whenAnalysed(listener);
  }

  /** As Xtext's, but with its commands for clients too that say nothing of commands, as the protocol has it. */
  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (params.getCapabilities() == null) {
      params.setCapabilities(new ClientCapabilities());
    }
    ClientCapabilities client = params.getCapabilities();
    if (client.getWorkspace() == null) {
      client.setWorkspace(new WorkspaceClientCapabilities());
    }
    if (client.getWorkspace().getExecuteCommand() == null) {
      client.getWorkspace().setExecuteCommand(new ExecuteCommandCapabilities(false));
    }
    return super.initialize(params);
  }

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    return super.executeCommand(params)
        .thenApplyAsync(answer -> answer instanceof Supplier<?> rest ? rest.get() : answer, commands);
  }
}

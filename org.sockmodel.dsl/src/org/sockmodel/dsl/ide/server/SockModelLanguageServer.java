package org.sockmodel.dsl.ide.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.xtext.ide.server.LanguageServerImpl;

/**
 * Xtext's server, where a command may take its time: a command that answers with a {@link Supplier} has read what it
 * needs, and the supplier works on a thread of its own, so that meanwhile the editor can write.
 */
final class SockModelLanguageServer extends LanguageServerImpl {

  private final ExecutorService commands = Executors.newSingleThreadExecutor(work -> {
    Thread thread = new Thread(work, "command");
    thread.setDaemon(true);
    return thread;
  });

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    return super.executeCommand(params)
        .thenApplyAsync(answer -> answer instanceof Supplier<?> rest ? rest.get() : answer, commands);
  }
}

package org.sockmodel.dsl.ide.server;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.ServerModule;
import org.eclipse.xtext.util.Modules2;
import org.sockmodel.dsl.ide.SockModelIdeSetup;

/** Starts language servers. Starting one takes about a second. */
public final class SockModelServer {

  private SockModelServer() {
  }

  /**
   * A server for an editor in the same process, which calls its methods itself.
   *
   * @param language the language's injector, with what editors need ({@link SockModelIdeSetup})
   */
  public static SockModelLanguageServer create(Injector language) {
    return Guice.createInjector(Modules2.mixin(new ServerModule(), new ServerBindings(language)))
        .getInstance(SockModelLanguageServer.class);
  }

  /**
   * Serves an editor until it says {@code exit}, which ends the process, or until it is gone.
   *
   * @param in what the editor writes
   * @param out what the editor reads; nothing else may write to it
   * @throws InterruptedException if the thread is to end
   * @throws ExecutionException if the connection broke
   */
  public static void serve(InputStream in, OutputStream out) throws InterruptedException, ExecutionException {
    LanguageServerImpl server = create(new SockModelIdeSetup().createInjectorAndDoEMFRegistration());
    Launcher<LanguageClient> launcher = Launcher.createLauncher(server, LanguageClient.class, in, out);
    server.connect(launcher.getRemoteProxy());
    Future<Void> connection = launcher.startListening();
    connection.get();
  }
}

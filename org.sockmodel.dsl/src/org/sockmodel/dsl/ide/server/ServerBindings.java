package org.sockmodel.dsl.ide.server;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import org.eclipse.xtext.ide.server.BuildManager;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.util.IFileSystemScanner;

/** Bindings of the server that differ from Xtext's: one language, found without a service loader. */
final class ServerBindings extends AbstractModule {

  private final Injector language;

  ServerBindings(Injector language) {
    this.language = language;
  }

  @Override
  protected void configure() {
    bind(IResourceServiceProvider.Registry.class).toInstance(IResourceServiceProvider.Registry.INSTANCE);
    bind(LanguageServerImpl.class).to(SockModelLanguageServer.class);
    bind(WorkspaceManager.class).to(Workspace.class);
    bind(BuildManager.class).to(WorkspaceBuilds.class);
    bind(IFileSystemScanner.class).to(ModelFileScanner.class);
    bind(UriExtensions.class).toInstance(language.getInstance(UriExtensions.class));
  }
}

package org.sockmodel.dsl.ide;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.eclipse.xtext.util.Modules2;
import org.sockmodel.dsl.SockModelRuntimeModule;
import org.sockmodel.dsl.SockModelStandaloneSetup;

/** Makes the language usable in a language server. */
public class SockModelIdeSetup extends SockModelStandaloneSetup {

  @Override
  public Injector createInjector() {
    return Guice.createInjector(Modules2.mixin(new SockModelRuntimeModule(), new SockModelIdeModule()));
  }
}

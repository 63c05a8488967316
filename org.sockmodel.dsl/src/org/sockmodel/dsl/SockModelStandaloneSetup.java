package org.sockmodel.dsl;

import com.google.inject.Guice;
import com.google.inject.Injector;

/** Makes the language usable in any Java program, without Eclipse running. */
public class SockModelStandaloneSetup extends SockModelStandaloneSetupGenerated {

  /** Registers the language with EMF. */
  public static void doSetup() {
    new SockModelStandaloneSetup().createInjectorAndDoEMFRegistration();
  }

  @Override
  public Injector createInjector() {
    return Guice.createInjector(new LateBindings(new SockModelRuntimeModule()));
  }
}

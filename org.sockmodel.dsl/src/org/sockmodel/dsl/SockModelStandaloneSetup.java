package org.sockmodel.dsl;

/** Makes the language usable in any Java program, without Eclipse running. */
public class SockModelStandaloneSetup extends SockModelStandaloneSetupGenerated {

  /** Registers the language with EMF. */
  public static void doSetup() {
    new SockModelStandaloneSetup().createInjectorAndDoEMFRegistration();
  }
}

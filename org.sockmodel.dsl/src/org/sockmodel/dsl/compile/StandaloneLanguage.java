package org.sockmodel.dsl.compile;

import com.google.inject.Injector;
import org.sockmodel.dsl.SockModelStandaloneSetup;
import org.sockmodel.dsl.parameter.AssignmentReader;

/** The language ready for use outside Eclipse. Making one takes about a second; use it for all files of a command. */
public final class StandaloneLanguage {

  private final Injector injector = new SockModelStandaloneSetup().createInjectorAndDoEMFRegistration();

  public ModelLoader loader() {
    return injector.getInstance(ModelLoader.class);
  }

  public ModelAssigner assigner() {
    return injector.getInstance(ModelAssigner.class);
  }

  public AssignmentReader assignments() {
    return injector.getInstance(AssignmentReader.class);
  }

  public ModelCompiler compiler() {
    return injector.getInstance(ModelCompiler.class);
  }
}

package org.sockmodel.tests.ui.workbench;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;

/** Gives each test an editor in which a model is open whose machine stands in another file, which it imports. */
public final class OpenImport extends OpenModel {

  /** What stands in the imported file. */
  public static final String HOST = """
      // The machines of all models.
      machine host { cpus 2 }
      """;

  /** What stands in the editor. */
  public static final String READER = """
      import "host.sockmodel"
      model reader
      nic eth0 on host { queue 0 irq 24 -> cpu 0 }
      """;

  /** The imported file. */
  public static IFile host(ModelProject project) {
    return project.project().getFile("host.sockmodel");
  }

  @Override
  ModelEditor open(ModelProject in) throws CoreException {
    in.file("host.sockmodel", HOST);
    return ModelEditor.open(in.file("reader.sockmodel", READER));
  }
}

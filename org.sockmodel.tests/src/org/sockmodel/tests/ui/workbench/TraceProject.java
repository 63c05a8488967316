package org.sockmodel.tests.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IPath;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.sockmodel.dsl.cli.SockModelCli;
import org.sockmodel.dsl.ui.trace.perspective.TracePerspective;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.tests.checkout.Checkout;

/** A project with traces, gone again when it is closed. */
public final class TraceProject implements AutoCloseable {

  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;

  private final ModelProject project;
  private IPerspectiveDescriptor perspective;

  public TraceProject() {
    Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
    Dialogs.window().setBounds(screen.intersection(new Rectangle(screen.x, screen.y, WIDTH, HEIGHT)));
    project = new ModelProject("traces");
  }

  /** A project in the Trace perspective, which is closed with it. */
  public static TraceProject inPerspective() {
    TraceProject project = new TraceProject();
    try {
      PlatformUI.getWorkbench().showPerspective(TracePerspective.ID, Workbench.page().getWorkbenchWindow());
    } catch (WorkbenchException problem) {
      throw new IllegalStateException(problem);
    }
    project.perspective = Workbench.page().getPerspective();
    return project;
  }

  /** Simulates an example; its trace lies beside a copy of it, as a CTF folder. The result is the trace's metadata. */
  public IFile simulated(String example) throws Exception {
    return simulatedText(example, Files.readString(
        Checkout.root().resolve("org.sockmodel.dsl/examples").resolve(example + ".sockmodel")));
  }

  /** Simulates a model; its trace lies beside it, as a CTF folder. The result is the trace's metadata. */
  public IFile simulatedText(String name, String text) throws Exception {
    Path folder = project.project().getLocation().toPath();
    Path model = Files.writeString(folder.resolve(name + ".sockmodel"), text);
    String[] arguments = {"run", "-o", folder.resolve(name + "-trace").toString(), model.toString()};
    runWithoutLeavingItsLanguage(arguments);
    project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
    return project.project().getFile(name + "-trace/metadata");
  }

  /** The command line registers a language of its own, for files alone, in place of the workbench's. */
  private static void runWithoutLeavingItsLanguage(String... arguments) {
    Map<String, Object> factories = Resource.Factory.Registry.INSTANCE.getExtensionToFactoryMap();
    Map<String, Object> services = IResourceServiceProvider.Registry.INSTANCE.getExtensionToFactoryMap();
    Map<String, Object> factoriesBefore = Map.copyOf(factories);
    Map<String, Object> servicesBefore = Map.copyOf(services);
    StringWriter out = new StringWriter();
    int exitCode = SockModelCli.commandLine(arguments).setOut(new PrintWriter(out)).setErr(new PrintWriter(out))
        .execute(arguments);
    factories.putAll(factoriesBefore);
    services.putAll(servicesBefore);
    assertEquals(0, exitCode, out.toString());
  }

  /** A copy of a recording of a real kernel. */
  public IFile recorded(String file) throws Exception {
    Path recording = Checkout.oracle().resolve(file);
    Path copy = project.project().getLocation().toPath().resolve(recording.getFileName());
    Files.copy(recording, copy, StandardCopyOption.REPLACE_EXISTING);
    project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
    return project.project().getFile(recording.getFileName().toString());
  }

  /** A link to a CTF folder that lies elsewhere. The result is the trace's metadata. */
  public IFile linked(Path folder) throws Exception {
    IFolder link = project.project().getFolder(folder.getFileName().toString());
    link.createLink(IPath.fromPath(folder), IResource.NONE, null);
    return link.getFile("metadata");
  }

  /** A text file. */
  public IFile text(String name, String text) throws Exception {
    return project.file(name, text);
  }

  /** Opens a file as a double click does, and waits until all of the trace has been read. */
  public static TraceSession open(IFile file) throws Exception {
    IEditorPart editor = IDE.openEditor(Workbench.page(), file);
    Workbench.await("the trace " + file, () -> {
      TraceSession session = editor.getAdapter(TraceSession.class);
      return session != null && session.isComplete();
    });
    return editor.getAdapter(TraceSession.class);
  }

  /** Hides the views of traces too: one that another perspective shows as well would keep its order of rows. */
  @Override
  public void close() throws Exception {
    project.close();
    for (IViewReference view : Workbench.page().getViewReferences()) {
      if (view.getId().startsWith("org.sockmodel.dsl.ui.trace.")) {
        Workbench.page().hideView(view);
      }
    }
    if (perspective != null) {
      Workbench.page().closePerspective(perspective, false, false);
    }
  }
}

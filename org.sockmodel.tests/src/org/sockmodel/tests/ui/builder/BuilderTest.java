package org.sockmodel.tests.ui.builder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.library.FirstModel;
import org.sockmodel.dsl.ui.markers.MarkerStartup;
import org.sockmodel.dsl.ui.markers.ProblemMarkers;
import org.sockmodel.tests.ui.workbench.ModelProject;
import org.sockmodel.tests.ui.workbench.Workbench;

class BuilderTest {

  private static final String LIBRARY = "machine host {\n  cpus 2\n}\n";
  private static final String IMPORTING = "import \"library.sockmodel\"\nmodel importing\n"
      + "workload w on host {\n  thread t on cpu 1 {\n    compute 1us\n  }\n}\n";

  @AutoClose private final ModelProject project = new ModelProject("built").built();

  @Test
  void shouldGenerateJavaOfAModelThatIsSavedButNotOpen() throws Exception {
    project.file("first.sockmodel", FirstModel.text("first"));

    ModelProject.awaitBuild();

    IFolder folder = project.project().getFolder("src-gen");
    assertTrue(folder.isDerived());
    assertTrue(generated().stream().anyMatch(path -> path.endsWith("FirstModel.java")), generated().toString());
  }

  @Test
  void shouldMarkWhatIsSavedWhenTheWorkbenchStartsAfterItWasKilled() throws Exception {
    IFile file = project.file("first.sockmodel", FirstModel.text("first"));
    ModelProject.awaitBuild();
    file.createMarker(ProblemMarkers.TYPE,
        Map.of(IMarker.MESSAGE, "of a text that was not saved", IMarker.SEVERITY, IMarker.SEVERITY_ERROR));
    assertEquals(1, ModelProject.errors(file).size());

    MarkerStartup.check();

    Workbench.await("markers of what is saved", () -> ModelProject.errors(file).isEmpty());
  }

  @Test
  void shouldLeaveNothingGeneratedOfAModelThatBecameWrong() throws Exception {
    IFile file = project.file("first.sockmodel", FirstModel.text("first"));
    ModelProject.awaitBuild();

    ModelProject.save(file, FirstModel.text("first").replace("machine", "machin"));

    ModelProject.awaitBuild();
    assertFalse(ModelProject.errors(file).isEmpty());
    assertEquals(List.of(), generated());
  }

  @Test
  void shouldCheckWhatImportsTheSavedModel() throws Exception {
    IFile library = project.file("library.sockmodel", LIBRARY);
    IFile importing = project.file("importing.sockmodel", IMPORTING);
    ModelProject.awaitBuild();
    assertEquals(List.of(), ModelProject.errors(importing));
    assertFalse(generated().isEmpty());

    ModelProject.save(library, LIBRARY.replace("cpus 2", "cpus 1"));

    ModelProject.awaitBuild();
    assertFalse(ModelProject.errors(importing).isEmpty());
    assertEquals(List.of(), generated());
  }

  @Test
  void shouldTellOfTwoModelsWithOneNameUntilOneIsRenamed() throws Exception {
    IFile first = project.file("a.sockmodel", FirstModel.text("first"));
    ModelProject.awaitBuild();
    int before = generated().size();
    IFile second = project.file("b.sockmodel", FirstModel.text("first"));

    ModelProject.awaitBuild();
    assertTrue(ModelProject.errors(second).get(0).getAttribute(IMarker.MESSAGE, "").contains("a.sockmodel"));

    ModelProject.save(first, FirstModel.text("other"));

    ModelProject.awaitBuild();
    assertEquals(List.of(), ModelProject.errors(second));
    assertEquals(2 * before, generated().size());
  }

  @Test
  void shouldMarkThatJavaCannotBeWrittenUntilItCan() throws Exception {
    IFile obstacle = project.file("src-gen", "no folder");
    IFile sound = project.file("first.sockmodel", FirstModel.text("first"));
    IFile wrong = project.file("wrong.sockmodel", FirstModel.text("wrong").replace("machine", "machin"));

    ModelProject.awaitBuild();
    assertEquals(List.of(), ModelProject.errors(sound));
    assertFalse(ModelProject.errors(wrong).isEmpty());
    IMarker[] marked = sound.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_ZERO);
    assertEquals(1, marked.length);
    String message = marked[0].getAttribute(IMarker.MESSAGE, "");
    assertTrue(message.startsWith("can be run, but its Java cannot be written to src-gen: "), message);

    obstacle.delete(true, null);

    ModelProject.awaitBuild();
    assertEquals(0, sound.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_ZERO).length);
    assertFalse(generated().isEmpty());
  }

  @Test
  void shouldTakeGeneratedSourcesAndMarkersAwayOnClean() throws Exception {
    project.file("first.sockmodel", FirstModel.text("first"));
    ModelProject.awaitBuild();
    List<String> before = generated();

    project.project().build(IncrementalProjectBuilder.CLEAN_BUILD, null);

    assertFalse(project.project().getFolder("src-gen").exists());
    project.project().build(IncrementalProjectBuilder.FULL_BUILD, null);
    assertEquals(before, generated());
  }

  @Test
  void shouldDeleteWhatWasGeneratedOfADeletedModel() throws Exception {
    IFile first = project.file("first.sockmodel", FirstModel.text("first"));
    ModelProject.awaitBuild();

    first.delete(true, null);

    ModelProject.awaitBuild();
    assertFalse(project.project().getFolder("src-gen").exists());
  }

  private List<String> generated() {
    TreeSet<String> paths = new TreeSet<>();
    IFolder folder = project.project().getFolder("src-gen");
    try {
      if (folder.exists()) {
        folder.accept(resource -> {
          if (resource instanceof IFile) {
            paths.add(resource.getProjectRelativePath().toString());
          }
          return true;
        });
      }
    } catch (CoreException gone) {
      return List.of();
    }
    return new ArrayList<>(paths);
  }
}

package org.sockmodel.dsl.ui.builder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** The folder of a project that holds what was generated; a file whose text stays the same is not written again. */
final class GeneratedSources {

  /** Its name in a project. */
  static final String NAME = "src-gen";

  private final IFolder folder;
  private final Map<IFile, IFile> owners = new HashMap<>();

  GeneratedSources(IProject project) {
    folder = project.getFolder(NAME);
  }

  /**
   * Replaces what was generated of a model.
   *
   * @param sources by their path within the folder
   * @return the other model of which a file of the same name was generated, in which case nothing is written
   */
  Optional<IFile> replace(IFile model, Map<String, CharSequence> sources, IProgressMonitor monitor)
      throws CoreException {
    Map<IFile, CharSequence> wanted = new HashMap<>();
    sources.forEach((path, text) -> wanted.put(folder.getFile(path), text));
    Optional<IFile> other =
        wanted.keySet().stream().map(owners::get).filter(owner -> owner != null && !owner.equals(model)).findFirst();
    Set<IFile> kept = other.isPresent() ? Set.of() : wanted.keySet();
    for (IFile file : List.copyOf(owners.keySet())) {
      if (owners.get(file).equals(model) && !kept.contains(file)) {
        owners.remove(file);
        delete(file, monitor);
      }
    }
    if (other.isEmpty()) {
      for (Map.Entry<IFile, CharSequence> source : wanted.entrySet()) {
        owners.put(source.getKey(), model);
        write(source.getKey(), source.getValue().toString().getBytes(StandardCharsets.UTF_8), monitor);
      }
    }
    return other;
  }

  /** Deletes what no model stands for. */
  void deleteStrangers(IProgressMonitor monitor) throws CoreException {
    List<IFile> strangers = new ArrayList<>();
    if (folder.exists()) {
      Set<IFile> known = new HashSet<>(owners.keySet());
      folder.accept(resource -> {
        if (resource instanceof IFile file && !known.contains(file)) {
          strangers.add(file);
        }
        return true;
      });
    }
    for (IFile stranger : strangers) {
      delete(stranger, monitor);
    }
  }

  /** Deletes all. */
  void clean(IProgressMonitor monitor) throws CoreException {
    owners.clear();
    if (folder.exists()) {
      folder.delete(true, monitor);
    }
  }

  private void write(IFile file, byte[] text, IProgressMonitor monitor) throws CoreException {
    if (!file.exists()) {
      create(file.getParent(), monitor);
      file.create(new ByteArrayInputStream(text), true, monitor);
    } else if (!Arrays.equals(text, contents(file))) {
      file.setContents(new ByteArrayInputStream(text), true, false, monitor);
    }
  }

  private static byte[] contents(IFile file) throws CoreException {
    try (InputStream in = file.getContents(true)) {
      return in.readAllBytes();
    } catch (IOException e) {
      // To be written anew, which tells what is wrong with it.
      return new byte[0];
    }
  }

  private void create(IContainer container, IProgressMonitor monitor) throws CoreException {
    if (container instanceof IFolder missing && !missing.exists()) {
      create(missing.getParent(), monitor);
      missing.create(true, true, monitor);
      if (missing.equals(folder)) {
        missing.setDerived(true, monitor);
      }
    }
  }

  /** Deletes a file, and the folders that it leaves empty. */
  private void delete(IResource resource, IProgressMonitor monitor) throws CoreException {
    IContainer parent = resource.getParent();
    resource.delete(true, monitor);
    if (resource.equals(folder)) {
      return;
    }
    if (parent.exists() && parent.members().length == 0) {
      delete(parent, monitor);
    }
  }
}

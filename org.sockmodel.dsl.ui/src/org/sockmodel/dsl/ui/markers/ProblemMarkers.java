package org.sockmodel.dsl.ui.markers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;

/** Writes the issues of a model as problem markers, with message, severity, line and offsets. */
public final class ProblemMarkers {

  /** The type of the markers. */
  public static final String TYPE = "org.sockmodel.dsl.ui.problem";

  /** The attribute that holds the issue's code. */
  public static final String CODE = "code";

  /** The attribute that holds what the issue brings along for a fix, a line for each text. */
  private static final String DATA = "data";

  private ProblemMarkers() {
  }

  /** Replaces the markers of a file in one step, so that nobody sees it without them in between. */
  static void replace(IFile file, List<Issue> issues, IProgressMonitor monitor) throws CoreException {
    IWorkspace workspace = file.getWorkspace();
    workspace.run(step -> {
      if (file.exists()) {
        file.deleteMarkers(TYPE, false, IResource.DEPTH_ZERO);
        for (Issue issue : issues) {
          file.createMarker(TYPE, attributes(issue));
        }
      }
    }, workspace.getRuleFactory().markerRule(file), IWorkspace.AVOID_UPDATE, monitor);
  }

  /** Adds an error of the file as a whole. */
  public static void add(IFile file, String message) throws CoreException {
    file.createMarker(TYPE, Map.of(IMarker.MESSAGE, message, IMarker.SEVERITY, IMarker.SEVERITY_ERROR));
  }

  /** Adds a warning of a file, a folder or a project as a whole. */
  public static void warn(IResource resource, String message) throws CoreException {
    resource.createMarker(TYPE, Map.of(IMarker.MESSAGE, message, IMarker.SEVERITY, IMarker.SEVERITY_WARNING));
  }

  /** What the issue of a marker brought along for a fix. */
  public static String[] data(IMarker marker) {
    String data = marker.getAttribute(DATA, "");
    return data.isEmpty() ? new String[0] : data.split("\n");
  }

  /** Takes all markers of a project away. */
  public static void clear(IProject project) throws CoreException {
    project.deleteMarkers(TYPE, false, IResource.DEPTH_INFINITE);
  }

  private static Map<String, Object> attributes(Issue issue) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put(IMarker.MESSAGE, issue.getMessage());
    attributes.put(IMarker.SEVERITY, severity(issue.getSeverity()));
    attributes.put(CODE, issue.getCode());
    if (issue.getData() != null) {
      attributes.put(DATA, String.join("\n", issue.getData()));
    }
    if (issue.getLineNumber() != null) {
      attributes.put(IMarker.LINE_NUMBER, issue.getLineNumber());
      attributes.put(IMarker.LOCATION, "line " + issue.getLineNumber());
    }
    if (issue.getOffset() != null && issue.getLength() != null) {
      attributes.put(IMarker.CHAR_START, issue.getOffset());
      attributes.put(IMarker.CHAR_END, issue.getOffset() + issue.getLength());
    }
    return attributes;
  }

  private static int severity(Severity severity) {
    return switch (severity) {
      case ERROR -> IMarker.SEVERITY_ERROR;
      case WARNING -> IMarker.SEVERITY_WARNING;
      default -> IMarker.SEVERITY_INFO;
    };
  }
}

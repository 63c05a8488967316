package org.sockmodel.dsl.ui.trace.content;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.content.IContentDescription;

/** Tells whether a file or a folder of the workspace is a trace, for the menus. */
public final class TraceTester extends PropertyTester {

  private static final String CONTENT_TYPE = "org.sockmodel.dsl.ui.trace";
  private static final IPath METADATA = IPath.fromPortableString("metadata");

  @Override
  public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
    return receiver instanceof IContainer folder && folder.getType() == IResource.FOLDER
        ? isTrace(folder.getFile(METADATA)) : receiver instanceof IFile file && isTrace(file);
  }

  private static boolean isTrace(IFile file) {
    try {
      IContentDescription content = file.exists() ? file.getContentDescription() : null;
      return content != null && content.getContentType().getId().equals(CONTENT_TYPE);
    } catch (CoreException unreadable) {
      return false;
    }
  }
}

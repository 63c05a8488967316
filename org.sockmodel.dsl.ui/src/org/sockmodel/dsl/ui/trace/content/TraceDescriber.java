package org.sockmodel.dsl.ui.trace.content;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.eclipse.core.runtime.content.IContentDescription;
import org.sockmodel.runtime.trace.open.TraceFiles;

/** Tells traces from other files that are called alike. */
public final class TraceDescriber implements IContentDescriber {

  @Override
  public int describe(InputStream contents, IContentDescription description) throws IOException {
    return TraceFiles.recognizes(contents) ? VALID : INVALID;
  }

  @Override
  public QualifiedName[] getSupportedOptions() {
    return new QualifiedName[0];
  }
}

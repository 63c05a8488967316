package org.sockmodel.dsl.ui.references;

import org.eclipse.core.resources.IFile;

/** A line of a file that refers to something. */
record ReferenceLine(IFile file, int line, String text) {
}

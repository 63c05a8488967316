/**
 * Opens traces of any kind that is known, by what they hold.
 *
 * <p>This package knows which formats there are and how to tell them apart. It must not know how they are read.
 */
package org.sockmodel.runtime.trace.open;

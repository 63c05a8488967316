/**
 * Runs a model from within an editor: a lens above it, and the command behind the lens, which answers with the first
 * sentence of the report. This package must not know how a run is shown at length.
 */
package org.sockmodel.dsl.ide.running;

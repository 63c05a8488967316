/**
 * Writes traces in the JSON of Chrome's trace viewer, which chrome://tracing, ui.perfetto.dev and Speedscope open.
 *
 * <p>This package must not know other formats.
 */
package org.sockmodel.runtime.trace.perfetto.json;

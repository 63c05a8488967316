/**
 * Writes traces for Perfetto (ui.perfetto.dev), in its protocol buffers. What Perfetto draws from ftrace is written as
 * ftrace events, the rest as track events. Source: {@code protos/perfetto/trace} of google/perfetto.
 *
 * <p>This package must not know other formats.
 */
package org.sockmodel.runtime.trace.perfetto;

/**
 * Bytes under trace formats: reading and writing numbers and lines in byte arrays without making objects, and output
 * that appears under its name only when it is complete.
 *
 * <p>This package knows nothing of events and of formats.
 */
package org.sockmodel.runtime.trace.bytes;

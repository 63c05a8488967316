/**
 * Reads a trace on a thread of its own, ahead of the one that looks at the events.
 *
 * <pre>{@code
 *   any reader --> BlockFiller == blocks of events ==> ReadAhead --> sink
 *                      ^  (the reader's thread)            | (the caller's thread)
 *                      +========= empty blocks <===========+
 * }</pre>
 *
 * A thread that would have to wait for the other does what the sink has left for
 * later. This package must not know which format is read or what is done with the events.
 */
package org.sockmodel.runtime.trace.ahead;

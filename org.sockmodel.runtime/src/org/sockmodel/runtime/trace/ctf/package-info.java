/**
 * Common Trace Format 1.8: writes the layout of LTTng's kernel tracer, which Trace Compass and babeltrace2 know, and
 * reads any compliant trace, such as those of LTTng and of {@code perf data convert --to-ctf}.
 *
 * <pre>
 *   metadata --tsdl--> types --> decode plans --+
 *   stream files --> packets --> event headers -+--> merged by time --> TraceSink
 * </pre>
 *
 * This package knows LTTng's names of events and fields. It must not know other formats.
 */
package org.sockmodel.runtime.trace.ctf;

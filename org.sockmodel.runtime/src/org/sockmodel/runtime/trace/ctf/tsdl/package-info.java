/**
 * The Trace Stream Description Language of CTF 1.8: text in, types out.
 *
 * <pre>
 *   metadata file --MetadataFile--> text --TsdlLexer--> tokens --TsdlParser--> TraceDescription
 * </pre>
 *
 * This package knows the language alone: it must not know events of the kernel nor how streams are decoded.
 */
package org.sockmodel.runtime.trace.ctf.tsdl;

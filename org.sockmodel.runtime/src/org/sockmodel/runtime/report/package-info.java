/**
 * One trace, all analyses, one immutable {@link org.sockmodel.runtime.report.Report}, and the words and numbers in
 * which it is told. Each sub-package is one form of it, or a report on something else.
 *
 * <pre>
 *   TraceReader or simulator --TraceEvent--> Analysis --> Report --> text, json, csv, html
 *                                                            two --> diff
 * </pre>
 *
 * Every text that came from a trace is escaped before it is shown. This package must not know who made a trace.
 */
package org.sockmodel.runtime.report;

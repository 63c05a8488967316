/**
 * One trace, all analyses, one immutable {@link org.sockmodel.runtime.report.Report}; and that report as text, JSON and
 * CSV. Sub-packages render HTML and compare two reports.
 *
 * <pre>
 *   TraceReader or simulator --TraceEvent--> Analysis --> Report --> TextReport, JsonReport, CsvReport, ...
 * </pre>
 *
 * Every text that came from a trace is escaped before it is shown. This package must not know who made a trace.
 */
package org.sockmodel.runtime.report;

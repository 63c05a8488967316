package org.sockmodel.dsl.ui.trace.compare;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.session.TraceSource;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.open.TraceFiles;

/**
 * One of the two traces.
 *
 * @param known what has been counted of it; null if that is still to do
 */
record CountedTrace(TraceSource source, Report known) {

  /** A trace, for which nothing is to be done if it is open and has been read to its end. */
  static CountedTrace of(TraceSource source, List<TraceSession> open) {
    Report known = open.stream().filter(TraceSession::isComplete)
        .filter(session -> session.source().path().equals(source.path())).map(TraceSession::report).findFirst()
        .orElse(null);
    return new CountedTrace(source, known);
  }

  /** What there is to count; reads the trace unless that is known. */
  Report report(IProgressMonitor monitor) throws TraceException {
    if (known != null) {
      return known;
    }
    TraceReader reader = TraceFiles.open(source.path());
    Analysis analysis = new Analysis(reader.names(), Filter.ALL);
    reader.read(new WatchedAnalysis(analysis, monitor));
    return analysis.report(reader.statistics());
  }

  /** What tells it from the other one: its name, with the folder before it if the names are the same. */
  String nameBeside(CountedTrace other) {
    boolean same = source.name().equals(other.source.name()) && source.path().getParent() != null;
    return same ? source.path().getParent().getFileName() + "/" + source.name() : source.name();
  }
}

package org.sockmodel.tests.analysis.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.tests.trace.Oracle;

/** Opens and analyses recordings. */
final class Recording {

  private Recording() {
  }

  static Report analyze(String folder, String file) throws IOException, TraceException {
    return analyze(folder, file, Filter.ALL);
  }

  static Report analyze(String folder, String file, Filter filter) throws IOException, TraceException {
    Path path = Oracle.folder(folder).resolve(file);
    try (InputStream in = Oracle.open(path)) {
      return Analysis.analyze(reader(in, path), filter);
    }
  }

  static TraceReader reader(InputStream in, Path path) {
    return new FtraceReader(in, path.getFileName().toString());
  }
}

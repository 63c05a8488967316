package org.sockmodel.tests.trace.ftrace;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.tests.trace.EventLog;

/** Tests that read an ftrace text which they show. */
abstract class FtraceTexts {

  /** Those of the text that was read last. */
  TraceStatistics statistics;

  /** The events of a text, a line each. */
  List<String> read(String text) throws TraceException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The events of a text, a line each. */
  List<String> read(byte[] text) throws TraceException {
    FtraceReader reader = new FtraceReader(new ByteArrayInputStream(text), "test");
    EventLog log = new EventLog();
    reader.read(log);
    statistics = reader.statistics();
    return log.lines();
  }
}

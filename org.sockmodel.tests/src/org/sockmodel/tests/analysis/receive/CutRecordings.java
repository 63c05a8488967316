package org.sockmodel.tests.analysis.receive;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;

/** Tests of texts that are cut from recordings of Linux 6.18, as {@code trace-cmd report -R} prints them. */
abstract class CutRecordings {

  /** What the text that was read last came to. */
  Report report;

  /** The messages of a text, a line each. */
  List<String> messages(String text) throws TraceException {
    List<String> messages = new ArrayList<>();
    FtraceReader reader = new FtraceReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test");
    Analysis analysis = new Analysis(reader.names(), Filter.ALL).listen(message -> messages.add(describe(message)));
    reader.read(analysis);
    report = analysis.report(reader.statistics());
    return messages;
  }

  /** How a message was told from others, and when its way began and its socket was told, in microseconds. */
  private static String describe(Message message) {
    return message.attribution().symbol() + " " + message.delivery().origin()
        + (message.stages().length == 0 ? "" : " " + message.delivery().firstNs() / 1000 % 1_000_000
        + " " + message.delivery().dataReadyNs() / 1000 % 1_000_000);
  }
}

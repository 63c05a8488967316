package org.sockmodel.runtime.report.csv;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.sockmodel.runtime.analysis.path.Delivery;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.receive.MessageListener;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.trace.Names;

/**
 * Every message as a line of comma-separated values, written as soon as a reader has got it. A time that the trace does
 * not show is an empty cell.
 */
public final class MessageCsv implements MessageListener {

  private static final String HEADER = "return_ns,tid,task,cpu,bytes,slept,attribution,origin,irq,softirq_cpu,sent_ns,"
      + "hardirq_ns,softirq_ns,sk_data_ready_ns,waking_ns,running_ns,total_ns\n";

  private final Names names;
  private final Writer out;

  /** Writes the line of names; {@code out} stays open. */
  public MessageCsv(Names names, Writer out) {
    this.names = names;
    this.out = out;
    write(HEADER);
  }

  @Override
  public void received(Message message) {
    Delivery way = message.delivery();
    StringBuilder line = new StringBuilder(160);
    line.append(message.returnNs()).append(',').append(message.tid());
    line.append(',').append(CsvReport.text(names.text(message.comm())));
    line.append(',').append(message.cpu());
    number(line, message.bytes(), Message.UNKNOWN_BYTES);
    line.append(',').append(message.slept());
    line.append(',').append(message.attribution().symbol()).append(',').append(way.origin().label());
    number(line, way.irq(), -1);
    number(line, way.cpu(), -1);
    number(line, way.sentNs(), UNKNOWN_NS);
    number(line, way.hardirqNs(), UNKNOWN_NS);
    number(line, way.softirqNs(), UNKNOWN_NS);
    number(line, way.dataReadyNs(), UNKNOWN_NS);
    number(line, message.wakingNs(), UNKNOWN_NS);
    number(line, message.runningNs(), UNKNOWN_NS);
    number(line, message.durationNs(Stage.TOTAL), UNKNOWN_NS);
    write(line.append('\n'));
  }

  private static void number(StringBuilder line, long value, long none) {
    line.append(',');
    if (value != none) {
      line.append(value);
    }
  }

  private void write(CharSequence text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

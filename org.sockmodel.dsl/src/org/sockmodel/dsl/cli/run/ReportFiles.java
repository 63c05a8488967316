package org.sockmodel.dsl.cli.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sockmodel.dsl.cli.input.InputException;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.csv.MessageCsv;
import org.sockmodel.runtime.report.html.HtmlReport;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.bytes.PartialOutput;

/** The files that a report goes to. They appear when they are complete; {@link #close} deletes what is not. */
public final class ReportFiles implements AutoCloseable {

  private final Path messages;
  private PartialOutput page;
  private PartialOutput lines;
  private BufferedWriter lineWriter;

  /** Starts the files, so that one that cannot be written is told before the work; null is a file not wanted. */
  public ReportFiles(Path html, Path messages, Analysis analysis, Names names) throws TraceException {
    this.messages = messages;
    boolean complete = false;
    try {
      if (html != null) {
        page = PartialOutput.file(html);
        analysis.withTimeline();
      }
      if (messages != null) {
        lines = PartialOutput.file(messages);
        lineWriter = Files.newBufferedWriter(lines.path());
        MessageCsv csv = new MessageCsv(names, lineWriter);
        analysis.listenLater(message -> write(csv, message));
      }
      complete = true;
    } catch (IOException e) {
      throw PartialOutput.failure(messages, e);
    } finally {
      if (!complete) {
        close();
      }
    }
  }

  private void write(MessageCsv csv, Message message) {
    try {
      csv.received(message);
    } catch (UncheckedIOException e) {
      throw new InputException(PartialOutput.failure(messages, e.getCause()).getMessage());
    }
  }

  /** Completes the files. */
  public void write(Report report, String title) throws TraceException {
    if (page != null) {
      page.commit(HtmlReport.of(report, title));
      page = null;
    }
    if (lines != null) {
      try {
        lineWriter.close();
      } catch (IOException e) {
        throw PartialOutput.failure(messages, e);
      }
      lines.commit();
      lines = null;
    }
  }

  @Override
  public void close() {
    if (page != null) {
      page.discard();
    }
    if (lines != null) {
      lines.discard();
    }
  }
}

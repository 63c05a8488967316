package org.sockmodel.runtime.report.csv;

import java.io.IOException;
import java.io.Writer;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.receive.StageTime;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.SafeText;

/** The stages of a report as comma-separated values, for spreadsheets and scripts. */
public final class CsvReport {

  private CsvReport() {
  }

  /** Writes a line of names and one line a stage; {@code out} stays open. */
  public static void writeStages(Report report, Writer out) throws IOException {
    out.write("stage,count,min_ns,p50_ns,p90_ns,p99_ns,max_ns,mean_ns\n");
    for (StageTime stage : report.receives().stages()) {
      Distribution time = stage.time();
      out.write(stage.stage().symbol() + ',' + time.count() + ',' + time.minNs() + ',' + time.p50Ns() + ','
          + time.p90Ns() + ',' + time.p99Ns() + ',' + time.maxNs() + ',' + Math.round(time.meanNs()) + '\n');
    }
    out.flush();
  }

  /** A text from a trace as a cell: quoted where need be, and never the beginning of a formula. */
  public static String text(String text) {
    String safe = SafeText.of(text);
    if (!safe.isEmpty() && "=+-@".indexOf(safe.charAt(0)) >= 0) {
      safe = "'" + safe;
    }
    boolean plain = safe.indexOf(',') < 0 && safe.indexOf('"') < 0;
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}

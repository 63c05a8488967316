package org.sockmodel.tests.report.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.csv.CsvReport;
import org.sockmodel.runtime.report.csv.MessageCsv;
import org.sockmodel.runtime.trace.SchedTracepoints;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;
import org.sockmodel.tests.report.SampleTrace;

class CsvReportTest {

  @Test
  void shouldWriteALineForEveryStage() throws IOException {
    StringWriter out = new StringWriter();
    CsvReport.writeStages(SampleTrace.report(1), out);

    assertEquals("""
        stage,count,min_ns,p50_ns,p90_ns,p99_ns,max_ns,mean_ns
        hardirq_to_softirq,1,500,500,500,500,500,500
        softirq_to_sk_data_ready,1,1200,1200,1200,1200,1200,1200
        sk_data_ready_to_waking,1,300,300,300,300,300,300
        waking_to_running,1,6370,6370,6370,6370,6370,6370
        running_to_return,1,1300,1300,1300,1300,1300,1300
        total,1,9670,9670,9670,9670,9670,9670
        """, out.toString());
  }

  @Test
  void shouldWriteALineForEveryMessage() {
    StringWriter out = new StringWriter();
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL).listen(new MessageCsv(trace.names(), out));
    SampleTrace.feed(trace.to(analysis), 1, "eth0", 0);

    assertEquals("""
        return_ns,tid,task,cpu,bytes,slept,attribution,origin,irq,softirq_cpu,sent_ns,hardirq_ns,softirq_ns,\
        sk_data_ready_ns,waking_ns,running_ns,total_ns
        1010670,42,task42,1,64,true,wakeup,device interrupt,26,0,,1001000,1001500,1002700,1003000,1009370,9670
        """, out.toString());
  }

  @Test
  void shouldMakeNoFormulaOfATasksName() {
    StringWriter out = new StringWriter();
    TinyTrace trace = new TinyTrace();
    trace.to(new Analysis(trace.names(), Filter.ALL).listen(new MessageCsv(trace.names(), out)));
    int comm = trace.names().intern("=1+\"2\",\n");
    trace.at(0, 1).event(SchedTracepoints.SchedSwitch.TRACEPOINT, 0, 0, 120, 0, comm, 7, 1);
    trace.enter(Syscall.RECVFROM, 5).exit(Syscall.RECVFROM, 1);

    assertTrue(out.toString().contains(",\"'=1+\"\"2\"\",\\u000a\","), out.toString());
  }
}

package org.sockmodel.tests.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.history.HistoryRecorder;
import org.sockmodel.runtime.history.LatencySummary;
import org.sockmodel.tests.analysis.TinyTrace;
import org.sockmodel.tests.report.SampleTrace;

class LatencySummaryTest {

  /** However long that message takes: of one that lies about for long, others tell nothing. */
  @Test
  void shouldGiveAStageThatFewMessagesHaveNoPartOfATypicalOne() {
    TinyTrace trace = new TinyTrace();
    HistoryRecorder recorder = new HistoryRecorder(trace.names(), Long.MAX_VALUE);
    SampleTrace.feed(trace.to(recorder), 20, "eth0", 0);
    SampleTrace.messageFetchedLate(trace, 21, "eth0", 100_000_000, 77);
    LatencySummary latency = LatencySummary.of(recorder.history().messages(), 0, 21);

    List<Stage> stages = latency.stages().stream().map(time -> time.stage()).toList();
    assertEquals(0, latency.shares().get(stages.indexOf(Stage.SK_DATA_READY_TO_RETURN)));
    assertTrue(latency.shares().get(stages.indexOf(Stage.WAKING_TO_RUNNING)) > 0.5, latency.toString());
    assertEquals(1, latency.shares().stream().mapToDouble(share -> share).sum(), 1e-9);
  }
}

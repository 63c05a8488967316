package org.sockmodel.tests.history.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.history.HistoryRecorder;
import org.sockmodel.runtime.history.picture.TimeWindow;
import org.sockmodel.runtime.history.picture.TimelineLayout;
import org.sockmodel.runtime.history.picture.TimelinePicture;
import org.sockmodel.runtime.history.picture.Tone;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;
import org.sockmodel.tests.history.picture.RecordedMarks.Line;
import org.sockmodel.tests.history.picture.RecordedMarks.Text;

class MessageWayTest {

  private static final int READER = 5;
  private static final int WAY_THICKNESS = 3;

  @Test
  void shouldRunBesideTheNamesOfStatesAndRows() {
    for (TimeWindow window : List.of(new TimeWindow(0, 5000), new TimeWindow(1800, 3200))) {
      RecordedMarks marks = RecordedMarks.of(picture(window));
      List<Line> way = marks.lines().stream()
          .filter(line -> line.tone() == Tone.CHAIN && line.thickness() == WAY_THICKNESS).toList();
      List<Text> names = marks.texts().stream().filter(text -> text.place().y >= TimelineLayout.AXIS_HEIGHT
          && text.tone() != Tone.CHAIN).toList();

      assertFalse(way.isEmpty());
      assertTrue(names.stream().anyMatch(name -> name.text().equals("recvfrom")), names.toString());
      assertEquals(List.of(), names.stream()
          .filter(name -> way.stream().anyMatch(line -> line.place().intersects(name.place()))).toList(),
          () -> "crossed by one of " + way);
    }
  }

  @Test
  void shouldNotRunAlongTheAxisForARowThatIsScrolledAway() {
    for (int scrollY = 0; scrollY < 150; scrollY++) {
      List<Line> along = RecordedMarks.of(picture(new TimeWindow(0, 5000), scrollY)).lines().stream()
          .filter(line -> line.tone() == Tone.CHAIN && line.thickness() == WAY_THICKNESS)
          .filter(line -> line.place().height == WAY_THICKNESS && line.place().y < TimelineLayout.AXIS_HEIGHT)
          .toList();
      assertEquals(List.of(), along, "scrolled by " + scrollY);
    }
  }

  private static TimelinePicture picture(TimeWindow window) {
    return picture(window, 0);
  }

  private static TimelinePicture picture(TimeWindow window, int scrollY) {
    TinyTrace trace = new TinyTrace();
    HistoryRecorder recorder = new HistoryRecorder(trace.names(), Long.MAX_VALUE);
    trace.to(recorder).at(0, 0).switchTasks(0, 0, READER)
        .by(READER).at(0, 100).enter(Syscall.RECVFROM, 3, 0, 64, 0)
        .at(0, 200).switchTasks(READER, TinyTrace.SLEEPING, 0)
        .by(0).at(0, 1000).irqEntry(24, "eth0").at(0, 1100).raise(TinyTrace.NET_RX).at(0, 1400).irqExit(24)
        .at(0, 1500).softirqEntry(TinyTrace.NET_RX).at(0, 1600).receiveSkb(0xabc)
        .at(0, 1650).dataReady(TinyTrace.AF_INET, TinyTrace.UDP).at(0, 1700).waking(READER, 0)
        .at(0, 1900).softirqExit(TinyTrace.NET_RX).at(0, 2000).switchTasks(0, 0, READER)
        .by(READER).at(0, 4000).exit(Syscall.RECVFROM, 10).at(0, 5000).switchTasks(READER, TinyTrace.SLEEPING, 0);
    TimelineLayout layout = new TimelineLayout(recorder.history().rows().inOrder());
    return new TimelinePicture(recorder.history(), layout, window, TimelineLayout.LABEL_WIDTH + 1000, 400, scrollY,
        null, -1, 0, List.of());
  }
}

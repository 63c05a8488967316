package org.sockmodel.runtime.report.html;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.analysis.timeline.Timeline;
import org.sockmodel.runtime.analysis.timeline.Timeline.SpanKind;

/**
 * Which tone each device's interrupt has in the timeline, so that those of two queues on one CPU are told apart. There
 * are four; where there are more interrupts, the last tone is of all others.
 */
final class InterruptTones {

  private static final int TONES = 4;

  private final List<String> interrupts;

  InterruptTones(Timeline timeline) {
    interrupts = timeline.spans().stream().filter(span -> span.kind() == SpanKind.HARDIRQ).map(Timeline.Span::name)
        .distinct().sorted().toList();
  }

  /** From 1 on; 0 of what is no device's interrupt. */
  int tone(String interrupt) {
    return Math.min(interrupts.indexOf(interrupt) + 1, TONES);
  }

  /** The style of a device's interrupt. */
  static String style(int tone) {
    return TimelineChart.style(SpanKind.HARDIRQ) + " irq-" + tone;
  }

  /** What the tones stand for, the first one first. */
  List<String> meanings() {
    int named = interrupts.size() <= TONES ? interrupts.size() : TONES - 1;
    List<String> meanings = new ArrayList<>(interrupts.subList(0, named));
    if (named < interrupts.size()) {
      meanings.add("other devices' interrupts");
    }
    return meanings;
  }
}

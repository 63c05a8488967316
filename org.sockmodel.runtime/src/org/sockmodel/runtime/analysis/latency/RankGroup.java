package org.sockmodel.runtime.analysis.latency;

import java.util.List;
import org.sockmodel.runtime.analysis.receive.Stage;

/**
 * Messages whose latencies have neighbouring ranks, and where their time goes.
 *
 * @param fromPercent the share of messages that are faster, as asked for
 * @param toPercent the share of messages up to the slowest of these
 * @param messages how many there are: whole bins of latencies, so that the group may reach further than asked
 * @param fromNs they took so long, or longer
 * @param meanNs the mean of their latencies
 * @param stages their stages, in the order of a message's way, without {@code total}
 */
public record RankGroup(int fromPercent, int toPercent, long messages, long fromNs, double meanNs,
    List<StageShare> stages) {

  /** No messages. */
  public static final RankGroup NONE = new RankGroup(0, 0, 0, 0, 0, List.of());

  public RankGroup {
    stages = List.copyOf(stages);
  }

  public boolean isEmpty() {
    return messages == 0;
  }

  /** Which share of one of them a stage takes, the mean of all; 0 if none has it. */
  double share(Stage stage) {
    return stages.stream().filter(own -> own.stage() == stage).mapToDouble(StageShare::share).sum();
  }

  /** Whether these are all messages from one rank on. */
  public boolean isSlowest() {
    return toPercent == 100;
  }
}

package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;

/** A message of several segments on its way from the card to its reader, with GRO and without. */
class GroTest {

  private static final int SEGMENTS = 10;
  private static final int JUMBO_MSS = 9000 - 52;
  private static final int MSS = 1448;

  @Test
  void shouldHandAMessageUpAsOnePacketWithOneAcknowledgement() {
    Run run = Run.of(model(SEGMENTS * MSS), 1);

    assertEquals(SEGMENTS, run.count("napi_gro_receive_entry"));
    assertEquals(List.of(Integer.toString(SEGMENTS * MSS + 52)), lengths(run));
    assertEquals(1, run.count("sk_data_ready"));
    assertEquals(1, run.count("net_dev_xmit"));
  }

  @Test
  void shouldAcknowledgeEverySegmentOfANewConnectionWithoutGro() {
    ModelDeclaration model = model("v6_1", SEGMENTS * MSS);
    model.nics().get(0).withoutGro();

    Run run = Run.of(model, 1);

    assertEquals(SEGMENTS, lengths(run).size());
    assertEquals(SEGMENTS, run.count("net_dev_xmit"));
  }

  @Test
  void shouldAcknowledgeOnceWhatWaitedInTheBacklogOfAReader() {
    ModelDeclaration model = model(SEGMENTS * MSS);
    model.nics().get(0).withoutGro();

    Run run = Run.of(model, 1);

    assertEquals(SEGMENTS, lengths(run).size());
    assertEquals(3, run.count("net_dev_xmit"), "the first, those behind it, and those that came meanwhile");
  }

  @Test
  void shouldFlushAtTheEndOfAPollThatUsedUpItsWeight() {
    ModelDeclaration model = model(12 * MSS);
    model.nics().get(0).napiWeightPackets(8);

    assertEquals(List.of(Integer.toString(8 * MSS + 52), Integer.toString(4 * MSS + 52)), lengths(Run.of(model, 1)));
  }

  @Test
  void shouldMergeJumboFramesByTheirLargerSegments() {
    ModelDeclaration model = model(3 * JUMBO_MSS);
    model.nics().get(0).mtuBytes(9000);
    assertEquals(List.of(Integer.toString(3 * JUMBO_MSS + 52)), lengths(Run.of(model, 1)));

    model.nics().get(0).withoutGro();
    assertEquals(3, lengths(Run.of(model, 1)).size());
  }

  @Test
  void shouldHoldSegmentsAcrossPollsUntilTheTimer() {
    assertEquals(SEGMENTS, lengths(Run.of(apart(0), 1)).size(), "each has a poll of its own");

    Run held = Run.of(apart(50_000), 1);
    assertEquals(List.of(Integer.toString(SEGMENTS * MSS + 52)), lengths(held));
    assertEquals(SEGMENTS, held.count("irq_handler_entry"), "interrupts come as before");

    Run flushed = Run.of(apart(6_000), 1);
    assertEquals(SEGMENTS, lengths(flushed).size(), "the timer is faster than the next segment");
    assertEquals(SEGMENTS - 1, flushed.count("local_timer_entry"), "the last one ends with a push");
  }

  /** The segments of a message so far from each other that each is polled alone. */
  private static ModelDeclaration apart(long groFlushTimeoutNs) {
    ModelDeclaration model = model(SEGMENTS * MSS);
    model.nics().get(0).linkBitsPerSecond(1_000_000_000L)
        .moderation(new Moderation().groFlushTimeout(groFlushTimeoutNs));
    return model;
  }

  private static ModelDeclaration model(int payloadBytes) {
    return model("v6_18", payloadBytes);
  }

  private static ModelDeclaration model(String kernel, int payloadBytes) {
    ModelDeclaration model = Models.tcpReader(kernel, 1, Models.traffic(1, 0).payloadBytes(payloadBytes));
    model.nics().get(0).moderation(new Moderation().rxUsecs(500_000));
    return model;
  }

  private static List<String> lengths(Run run) {
    return run.events().stream().filter(event -> Run.name(event).equals("netif_receive_skb"))
        .map(event -> event.substring(event.indexOf("len=") + 4).split(" ")[0]).toList();
  }
}

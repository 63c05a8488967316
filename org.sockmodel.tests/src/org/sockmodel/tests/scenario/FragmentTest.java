package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.TrafficDeclaration;

/** Datagrams that are larger than the packets of a card's wire arrive in fragments. */
class FragmentTest {

  private static final int PAYLOAD_BYTES = 9_000;

  private static ModelDeclaration model(Moderation moderation, TrafficDeclaration traffic) {
    ModelDeclaration model = Models.udpReader("v6_18", 1, traffic.payloadBytes(PAYLOAD_BYTES));
    model.nics().get(0).moderation(moderation);
    return model;
  }

  private static List<String> arrived(Run run) {
    return run.events().stream().filter(event -> event.contains(" nic_rx ")).toList();
  }

  @Test
  void shouldArriveInFragmentsOfTheMtuAndBeReadWhole() {
    Run run = Run.of(model(new Moderation(), Models.traffic(1, 0)), 1);

    assertEquals(List.of("1500", "1500", "1500", "1500", "1500", "1500", "148"),
        arrived(run).stream().map(event -> event.replaceAll(".* len=", "")).toList(), "of 9008 bytes, 1480 each");
    assertEquals(7, run.count("netif_receive_skb"));
    assertEquals(1, run.count("sk_data_ready"));
    assertEquals(1, run.count("sys_exit_recvfrom"));
  }

  @Test
  void shouldArriveInOnePieceWhereItFits() {
    ModelDeclaration model = model(new Moderation(), Models.traffic(3, 20_000));
    model.nics().get(0).mtuBytes(PAYLOAD_BYTES + 28);
    assertEquals(3, arrived(Run.of(model, 1)).size());

    ModelDeclaration smaller = model(new Moderation(), Models.traffic(3, 20_000));
    smaller.nics().get(0).mtuBytes(PAYLOAD_BYTES + 27);
    assertEquals(6, arrived(Run.of(smaller, 1)).size());
  }

  @Test
  void shouldLoseTheDatagramWithAnyFragment() {
    ModelDeclaration model = model(new Moderation().rxUsecs(1_000_000), Models.traffic(1, 0));
    model.nics().get(0).ringPackets(6);

    Run run = Run.of(model, 1);

    assertEquals(1, run.count("nic_drop"));
    assertEquals(6, run.count("netif_receive_skb"));
    assertEquals(0, run.count("sk_data_ready"));
  }

  @Test
  void shouldComeToOneQueueWhateverThePorts() {
    ModelDeclaration model = model(new Moderation(), Models.traffic(50, 20_000).flows(64));
    model.nics().get(0).queue(1, 25, 1, 9);

    List<String> arrived = arrived(Run.of(model, 1));

    assertEquals(50 * 7, arrived.size());
    assertTrue(arrived.stream().map(event -> event.replaceAll(".* (queue=\\d) .*", "$1")).distinct().count() == 1,
        "not all fragments have ports to hash");
  }
}

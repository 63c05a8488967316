package org.sockmodel.tests.report.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.conform.Agreement;
import org.sockmodel.runtime.analysis.conform.Comparison;
import org.sockmodel.runtime.analysis.conform.Difference;
import org.sockmodel.runtime.analysis.conform.OneSided;
import org.sockmodel.runtime.analysis.conform.Participants;
import org.sockmodel.runtime.analysis.conform.PlacedStep;
import org.sockmodel.runtime.analysis.conform.SequenceResult;
import org.sockmodel.runtime.analysis.conform.SetAside;
import org.sockmodel.runtime.analysis.conform.rule.Lane;
import org.sockmodel.runtime.report.conform.ConformJson;
import org.sockmodel.runtime.report.conform.ConformText;

class ConformReportTest {

  private static final int SCREEN_LINES = 60;

  @Test
  void shouldSayWhereTheTracesDiffer() {
    assertEquals("""
        events: 66.6 % of 3 steps agree (2 matched, 1 missing, 0 extra)

        thread           context            agree % matched missing   extra
        rdr0             task                  66.6       2       1       0

        set aside                                            reference candidate
          other tasks                                                4         2
        only in the candidate: ipi_send_cpu 1

        rdr0 task, in recvfrom 2, at 0.000005 s on CPU 1 of the reference:
            sys_enter_recvfrom
          - skb_copy_datagram_iovec len=64
            sys_exit_recvfrom ret=64
        """, text(comparison("rdr0", 1)));
  }

  @Test
  void shouldNotShowAHundredPercentUnlessAllAgrees() {
    SequenceResult almost = new SequenceResult("rdr0", Lane.TASK, new Agreement(999_999, 1, 0), List.of());
    assertTrue(text(comparison(List.of(almost), Participants.NONE, Participants.NONE)).startsWith("events: 99.9 %"));
  }

  @Test
  void shouldStayOnAScreenHoweverManyDifferencesThereAre() {
    assertTrue(text(comparison("rdr0", 1000)).lines().count() < SCREEN_LINES);
  }

  @Test
  void shouldNotPrintControlCharactersOfATrace() {
    assertFalse(text(comparison("a\u001b[31m", 1)).contains("\u001b"));
  }

  @Test
  void shouldSayThatThereIsNothingToCompare() {
    String text = text(comparison(List.of(), Participants.NONE, Participants.NONE));
    assertTrue(text.startsWith("events: nothing to compare"), text);
    assertTrue(text.endsWith("note: no thread makes calls in both\n"), text);
  }

  @Test
  void shouldSayThatATraceIsEmpty() throws Exception {
    assertNotes(List.of("the reference has no events"),
        comparison(List.of(), new Participants(true, List.of(), 0), new Participants(false, List.of("rdr0"), 0)));
  }

  @Test
  void shouldNotAgreeWithAThreadThatTheReferenceDoesNotHave() throws Exception {
    Comparison comparison = comparison(List.of(result(10, 0)), new Participants(false,
        List.of("a", "b", "c", "d", "e", "f"), 1), new Participants(false, List.of("reader"), 1));
    assertNotes(List.of("the reference has no thread reader of the candidate, but a, b, c, d and 2 more;"
        + " threads are matched by name"), comparison);
  }

  @Test
  void shouldSayThatTwoTracesSeemToBeOfDifferentPrograms() throws Exception {
    assertNotes(List.of("less than half agrees: the two seem to be of different programs"),
        comparison(List.of(result(4, 5)), Participants.NONE, Participants.NONE));
  }

  @Test
  void shouldSayThatThreadsThatDifferRunOnOtherCpus() throws Exception {
    assertNotes(List.of("the compared threads run on 2 of the reference's CPUs and on 1 of the candidate's"),
        comparison(List.of(result(9, 1)), new Participants(false, List.of(), 2),
            new Participants(false, List.of(), 1)));
  }

  @Test
  void shouldSayNothingOfOtherThreadsInAReferenceWithWhichAllAgrees() throws Exception {
    Comparison comparison = comparison(List.of(result(10, 0)), new Participants(false, List.of("other"), 2),
        new Participants(false, List.of(), 1));
    assertTrue(comparison.isFull());
    assertEquals(new JsonArray(), json(comparison).getAsJsonArray("notes"));
  }

  @Test
  void shouldWriteEveryDifferenceAsJson() throws Exception {
    JsonObject json = json(comparison("rdr0", 20));
    assertEquals("sockmodel.conform/1", json.get("schema").getAsString());
    assertFalse(json.get("agrees").getAsBoolean());
    JsonObject events = json.getAsJsonObject("events");
    assertEquals(20, events.get("missing").getAsInt());
    JsonObject sequence = events.getAsJsonArray("sequences").get(0).getAsJsonObject();
    assertEquals(20, sequence.getAsJsonArray("differences").size());
    assertEquals("recvfrom 2", sequence.getAsJsonArray("differences").get(0).getAsJsonObject().getAsJsonArray("missing")
        .get(0).getAsJsonObject().get("call").getAsString());
  }

  private static Comparison comparison(String thread, int differences) {
    Difference difference = new Difference(List.of(step("sys_enter_recvfrom")),
        List.of(step("skb_copy_datagram_iovec len=64")), List.of(), List.of(step("sys_exit_recvfrom ret=64")));
    SequenceResult result = new SequenceResult(thread, Lane.TASK, new Agreement(2, differences, 0),
        Collections.nCopies(differences, difference));
    return new Comparison(List.of(result), List.of(), List.of(new SetAside("other tasks", 4, 2)), List.of(),
        List.of(new OneSided("ipi_send_cpu", 1)), Participants.NONE, Participants.NONE);
  }

  private static SequenceResult result(int matched, int missing) {
    return new SequenceResult("rdr0", Lane.TASK, new Agreement(matched, missing, 0), List.of());
  }

  private static Comparison comparison(List<SequenceResult> events, Participants reference, Participants candidate) {
    return new Comparison(events, List.of(), List.of(), List.of(), List.of(), reference, candidate);
  }

  /** The comparison does not agree, and both texts say why. */
  private static void assertNotes(List<String> notes, Comparison comparison) throws Exception {
    JsonObject json = json(comparison);
    assertFalse(json.get("agrees").getAsBoolean());
    assertEquals(notes, json.getAsJsonArray("notes").asList().stream().map(JsonElement::getAsString).toList());
    assertEquals(notes.stream().map(note -> "note: " + note).toList(),
        text(comparison).lines().filter(line -> line.startsWith("note: ")).toList());
  }

  private static JsonObject json(Comparison comparison) throws Exception {
    StringWriter out = new StringWriter();
    ConformJson.write(comparison, OptionalLong.empty(), out);
    return JsonParser.parseString(out.toString()).getAsJsonObject();
  }

  private static PlacedStep step(String text) {
    return new PlacedStep(text, 5000, 1, "recvfrom 2");
  }

  private static String text(Comparison comparison) {
    StringWriter out = new StringWriter();
    ConformText.write(comparison, OptionalLong.empty(), new PrintWriter(out));
    return out.toString().replace(System.lineSeparator(), "\n");
  }
}

package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {

  private static final String MODEL = """
      model m
      let n = 20
      machine h { cpus 2 }
      nic e on h { queue 0 irq 24 -> cpu 0 }
      workload w on h {
        thread t on cpu 1 { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 loop { recv s 64B } }
        traffic e -> port 5 { start 1ms count n payload 9B gap exponential(20us) }
      }
      """;

  @TempDir
  Path folder;

  private Path model;
  private Path csv;
  private Path partial;

  @BeforeEach
  void nameFiles() throws IOException {
    csv = folder.resolve("s.csv");
    partial = folder.resolve("s.csv.partial");
    model = model("sweep {\n  e.moderation.rx_usecs in 0us, 50us\n  h.kernel in linux.v3_10, linux.v6_18\n"
        + "  seeds 1..3\n}\n");
  }

  @Test
  void shouldWriteARowForEachRun() throws IOException {
    CommandRun run = CommandRun.of("sweep", model, "--csv", csv);
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
    List<String> rows = Files.readAllLines(csv);
    assertEquals(1 + 2 * 2 * 3, rows.size());
    assertTrue(rows.get(0).startsWith("e.moderation.rx_usecs [ns],h.kernel,seed,as_expected,messages,packets,"),
        rows.get(0));
    assertTrue(rows.get(0).contains(",latency_nic_to_user_p99_ns,"), rows.get(0));
    assertTrue(rows.get(1).startsWith("0,linux.v3_10,1,true,20,20,"), rows.get(1));
    assertTrue(rows.get(12).startsWith("50000,linux.v6_18,3,true,20,20,"), rows.get(12));
    assertEquals(5, run.out().lines().count(), run.out());
    assertFalse(Files.exists(partial));
  }

  @Test
  void shouldNotDependOnTheNumberOfWorkers() throws IOException {
    Path four = folder.resolve("four.csv");
    CommandRun one = CommandRun.of("sweep", model, "-j", "1", "--csv", csv);
    assertEquals(one.out(), CommandRun.of("sweep", model, "-j", "4", "--csv", four).out());
    assertEquals(Files.readString(csv), Files.readString(four));
  }

  @Test
  void shouldBeWhatRunsOfTheSameValuesAre() throws IOException {
    Path json = folder.resolve("s.json");
    CommandRun.of("sweep", model, "--json", json);
    JsonArray rows = JsonParser.parseString(Files.readString(json)).getAsJsonArray();
    var row = rows.get(10).getAsJsonObject();
    assertEquals("{\"e.moderation.rx_usecs\":\"50us\",\"h.kernel\":\"linux.v6_18\"}", row.get("parameters").toString());
    var report = JsonParser.parseString(CommandRun.of("run", model, "--json", "--seed", "2", "-D",
        "e.moderation.rx_usecs=50us", "-D", "h.kernel=linux.v6_18").out()).getAsJsonObject();
    assertEquals(2, row.get("seed").getAsInt());
    assertEquals(report.getAsJsonObject("per_message").get("hardirqs").getAsDouble(),
        row.getAsJsonObject("figures").get("interrupts_per_message").getAsDouble());
  }

  @Test
  void shouldUseTheFirstQueuesOfThoseDeclared() throws IOException {
    Path queues = folder.resolve("q.sockmodel");
    Files.writeString(queues, MODEL.replace("queue 0 irq 24 -> cpu 0", "queues 2 queue 0 irq 24 -> cpu 0 queue 1 irq 25"
        + " -> cpu 1").replace("payload 9B", "payload 9B flows 8") + "sweep { e.queues in 1, 2 n in 10, 20 }");
    CommandRun run = CommandRun.of("sweep", queues, "--csv", csv, "--seed", "3");
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
    assertFalse(CommandRun.of("run", queues, "-D", "e.queues=1").out().contains("e-rx-1"));
    assertTrue(CommandRun.of("run", queues).out().contains("e-rx-1"));
  }

  @Test
  void shouldWarnOfWhatTheTextLeavesUnusedOnce() throws IOException {
    Path queues = folder.resolve("q.sockmodel");
    Files.writeString(queues, MODEL.replace("queue 0 irq 24 -> cpu 0", "queues 1 queue 0 irq 24 -> cpu 0 queue 1 irq 25"
        + " -> cpu 1") + "sweep { n in 10, 20 }");
    assertEquals(queues + ":4:53: warning: queue 1 is not used: with 'queues 1' the last one is 0; delete it or raise"
        + " queues\n", CommandRun.of("sweep", queues).err());
  }

  @Test
  void shouldTellAPersonTimesWithTheirUnits() throws IOException {
    List<String> table = CommandRun.of("sweep", model).out().lines().toList();
    assertTrue(table.get(0).endsWith("  interrupts per message  wakeups per message  latency nic_to_user p50"
        + "  latency nic_to_user p99  busiest CPU"), table.get(0));
    assertTrue(table.get(1).matches(".* [0-9.]+ us +[0-9.]+ us +[0-9.]+ %"), table.get(1));
  }

  @Test
  void shouldContinueWhatWasInterrupted() throws Exception {
    CommandRun.of("sweep", model, "--csv", csv);
    final String whole = Files.readString(csv);
    interrupt();
    List<String> journal = Files.readAllLines(partial);
    // Of the runs that are done one gets a figure that no run gives, and the last is cut off.
    journal.set(1, journal.get(1).replaceFirst("\"messages\":20", "\"messages\":4711"));
    Files.writeString(partial, String.join("\n", journal.subList(0, 2)) + "\n" + journal.get(2).substring(0, 80));

    CommandRun refused = CommandRun.of("sweep", model, "--csv", csv);
    assertEquals(partial + ": is what an interrupted sweep has done; add --resume to continue it, or delete it\n",
        refused.err());
    CommandRun resumed = CommandRun.of("sweep", model, "--csv", csv, "--resume");
    assertEquals("", resumed.err());
    String table = Files.readString(csv);
    assertTrue(table.contains("\n0,linux.v3_10,2,true,4711,"), table);
    assertEquals(whole, table.replace(",4711,", ",20,"));
    assertFalse(Files.exists(partial));
  }

  @Test
  void shouldRunAgainWhatWasChangedSince() throws Exception {
    interrupt();
    CommandRun.of("sweep", model, "--csv", csv, "--resume", "-D", "n=7");
    assertTrue(Files.readAllLines(csv).get(1).startsWith("0,linux.v3_10,1,true,7,7,"));
  }

  @Test
  void shouldRefuseValuesBeforeItRunsAny() throws IOException {
    Path bad = model("sweep {\n  e.ring in 64, 0\n}\n");
    CommandRun run = CommandRun.of("sweep", bad, "--csv", csv);
    assertEquals(bad + " with e.ring=0: 0 is out of range; use 1 to 1048576\n", run.err());
    assertEquals(1, run.exitCode());
    assertFalse(Files.exists(csv));
    assertFalse(Files.exists(partial));
  }

  @Test
  void shouldJudgeTheExpectationsOfEachRun() throws IOException {
    Path expecting = model("expect { interrupts per message == 1  latency total p99 of t < 1s }\n"
        + "sweep {\n  e.moderation.rx_usecs in 0us, 500us\n}\n");
    Path json = folder.resolve("s.json");
    CommandRun run = CommandRun.of("sweep", expecting, "--csv", csv, "--json", json);
    assertEquals(1, run.exitCode());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith(expecting + ":9: with e.moderation.rx_usecs=500us, seed 1: expected interrupts per"
        + " message == 1, got 0."), run.err());
    assertTrue(Files.readAllLines(csv).get(1).startsWith("0,1,true,"), Files.readString(csv));
    assertTrue(Files.readAllLines(csv).get(2).startsWith("500000,1,false,"), Files.readString(csv));
    var row = JsonParser.parseString(Files.readString(json)).getAsJsonArray().get(1).getAsJsonObject();
    assertFalse(row.get("as_expected").getAsBoolean());
    var judgement = row.getAsJsonArray("expectations").get(0).getAsJsonObject();
    assertFalse(judgement.get("holds").getAsBoolean());
    assertEquals(9, judgement.get("line").getAsInt());
    assertTrue(row.getAsJsonArray("expectations").get(1).getAsJsonObject().get("holds").getAsBoolean());
  }

  @Test
  void shouldCompareEachRunWithThatOfAnotherModel() throws IOException {
    Path other = model("// the other one\n");
    Path comparing = model("expect { interrupts per message <= that of \"" + other.getFileName() + "\" }\n"
        + "sweep {\n  e.moderation.rx_usecs in 0us, 500us  seeds 1..2\n}\n");
    assertEquals("", CommandRun.of("sweep", comparing, "--csv", csv).err());
    assertEquals(4, Files.readAllLines(csv).stream().filter(line -> line.contains(",true,")).count());
  }

  @Test
  void shouldDrawWhatIsSwept() throws IOException {
    Path html = folder.resolve("s.html");
    assertEquals("", CommandRun.of("sweep", model, "--html", html).err());
    String page = Files.readString(html);
    assertTrue(page.contains("<h1>12 runs</h1>"), page);
    assertTrue(page.contains("The model expects nothing of them"), page);
    for (String axis : List.of("e.moderation.rx_usecs", "h.kernel")) {
      for (String what : List.of("Latency", "Interrupts per message", "CPU time per message", "Busiest CPU")) {
        assertTrue(page.contains("aria-label=\"" + what + " against " + axis + "\""), what + " against " + axis);
      }
    }
    assertTrue(page.contains("<title>h.kernel linux.v3_10, 50us: "), page);
    assertFalse(page.contains("<script"), page);
    assertFalse(Files.exists(folder.resolve("s.html.partial")));
  }

  @Test
  void shouldSayHowManyRunsAreAsExpectedWhereSomethingIs() throws IOException {
    Path html = folder.resolve("s.html");
    Path expecting = model("expect { messages == 20 }\nsweep {\n  n in 20, 30\n}\n");
    assertTrue(CommandRun.of("sweep", expecting, "--html", html).out().lines().toList().get(2).startsWith("30     1"
        + "            0        30 "));
    assertTrue(Files.readString(html).contains("<h1>1 of 2 runs as expected</h1>"));
  }

  @Test
  void shouldSayWhatAModelWithoutASweepLacks() throws IOException {
    Path plain = model("");
    CommandRun run = CommandRun.of("sweep", plain);
    assertEquals(plain + ": has no sweep; add for example: sweep { eth0.moderation.rx_usecs in 0us, 50us  seeds 1..5 }"
        + "\n", run.err());
    assertEquals(1, run.exitCode());
  }

  /** Begins the sweep and interrupts it when some runs are done. */
  private void interrupt() throws Exception {
    Files.writeString(model, Files.readString(model).replace("1..3", "1..3, 4..400"));
    AtomicReference<CommandRun> ended = new AtomicReference<>();
    Thread sweep = new Thread(() -> ended.set(CommandRun.of("sweep", model, "--csv", csv, "-j", "1")));
    sweep.start();
    while (sweep.isAlive() && (!Files.exists(partial) || Files.readAllLines(partial).size() < 4)) {
      Thread.sleep(2);
    }
    sweep.interrupt();
    sweep.join();
    assertEquals(partial + ": has what is done; continue with --resume\n", ended.get().err());
    Files.writeString(model, Files.readString(model).replace("1..3, 4..400", "1..3"));
  }

  private Path model(String sweep) throws IOException {
    Path file = folder.resolve("model" + sweep.length() + ".sockmodel");
    Files.writeString(file, MODEL + sweep);
    return file;
  }
}

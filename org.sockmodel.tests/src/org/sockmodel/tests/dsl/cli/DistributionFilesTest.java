package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times that a model takes from a file beside it. */
class DistributionFilesTest {

  @TempDir
  Path folder;

  /** What arrived once arrives again at the same times: from the run's trace, and from the capture made of it. */
  @Test
  void shouldReplayATraceAndACapture() throws IOException {
    Path trace = folder.resolve("trace");
    assertEquals("", CommandRun.of("run", model("exponential(1ms)", "1us"), "-o", trace).err());
    Path capture = folder.resolve("capture.pcapng");
    assertEquals(0, CommandRun.of("convert", trace, capture, "--to", "pcapng").exitCode());
    List<Long> recorded = interrupts("exponential(1ms)");
    assertEquals(20, recorded.size());
    assertEquals(recorded, interrupts("replay(\"trace\")"));
    assertEquals(recorded, interrupts("replay(\"capture.pcapng\")"));
  }

  @Test
  void shouldBeginAgainWhenTheReplayIsOver() throws IOException {
    Path trace = folder.resolve("trace");
    CommandRun.of("run", model("constant(1ms)", "1us"), "-o", trace);
    List<Long> times = interrupts("replay(\"trace\")", 50);
    assertEquals(50, times.size());
    assertEquals(49_000_000L, times.get(49));
  }

  @Test
  void shouldDrawFromTheTimesOfAFile() throws IOException {
    Files.writeString(folder.resolve("gaps.csv"), "gap_us\n1000\n3000.5\n\n");
    List<Long> times = interrupts("empirical(\"gaps.csv\")", 200);
    int shorter = 0;
    for (int i = 1; i < times.size(); i++) {
      long gap = times.get(i) - times.get(i - 1);
      assertTrue(gap == 1_000_000 || gap == 3_000_500, "gap " + gap);
      shorter += gap == 1_000_000 ? 1 : 0;
    }
    assertTrue(shorter > 70 && shorter < 130, shorter + " of 199");
  }

  @Test
  void shouldComputeForTheTimesOfAFile() throws IOException {
    Files.writeString(folder.resolve("work.csv"), "5us\n");
    assertEquals("", CommandRun.of("run", model("1ms", "empirical(\"work.csv\")")).err());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "1us\\nsoon | :2: 'soon' is no time; write a number with its unit (12us), or name the unit in the first line"
          + " (gap_us)",
      "12 | :1: '12' is no time; write a number with its unit (12us), or name the unit in the first line (gap_us)",
      "gap_us | does not hold times; name another file"})
  void shouldSayWhatIsWrongWithAFile(String text, String message) throws IOException {
    Path gaps = Files.writeString(folder.resolve("gaps.csv"), text.replace("\\n", "\n"));
    Path model = model("empirical(\"gaps.csv\")", "1us");
    CommandRun run = CommandRun.of("run", model);
    assertEquals(model + ":6: " + gaps + (message.startsWith(":") ? "" : " ") + message + "\n", run.err());
    assertEquals(1, run.exitCode());
  }

  @Test
  void shouldSayThatAReplayIsNoTrace() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "nothing of that kind\n");
    CommandRun run = CommandRun.of("run", model("replay(\"notes.txt\")", "1us"));
    assertTrue(run.err().contains(":6: " + folder.resolve("notes.txt") + " is a text that is no trace; "), run.err());
    assertEquals(1, run.err().lines().count());
  }

  @Test
  void shouldMissAFileWhenTheModelIsChecked() throws IOException {
    Path model = model("replay(\"none.pcap\")", "1us");
    assertEquals(model + ":6:66: there is no file 'none.pcap' beside this model; check its name\n",
        CommandRun.of("check", model).err());
  }

  /** The file that says a name is the one that it is seen from, whoever imports it. */
  @Test
  void shouldFindAFileBesideTheModelThatNamesIt() throws IOException {
    Path lib = Files.createDirectories(folder.resolve("lib"));
    Files.writeString(lib.resolve("gaps.csv"), "gap_us\n1000\n");
    Files.writeString(lib.resolve("work.csv"), "2us\n");
    String text = Files.readString(model("empirical(\"gaps.csv\")", "empirical(\"work.csv\")"));
    Files.writeString(lib.resolve("parts.sockmodel"), text.replace("model m\n", ""));
    Path top = Files.writeString(folder.resolve("top.sockmodel"), "import \"lib/parts.sockmodel\"\nmodel top\n");
    CommandRun run = CommandRun.of("run", top);
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
  }

  private List<Long> interrupts(String gap) throws IOException {
    return interrupts(gap, 20);
  }

  /** When the interrupts of the messages came, from the first one on. */
  private List<Long> interrupts(String gap, int count) throws IOException {
    Path messages = folder.resolve("messages.csv");
    Path model = model(gap, "1us");
    Files.writeString(model, Files.readString(model).replace("count 20", "count " + count));
    CommandRun run = CommandRun.of("run", model, "--messages", messages);
    assertEquals("", run.err());
    List<String> lines = Files.readAllLines(messages);
    int column = List.of(lines.get(0).split(",")).indexOf("hardirq_ns");
    List<Long> times = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      times.add(Long.parseLong(line.split(",")[column]));
    }
    long first = times.get(0);
    times.replaceAll(time -> time - first);
    return times;
  }

  private Path model(String gap, String compute) throws IOException {
    return Files.writeString(folder.resolve("m.sockmodel"), """
        model m
        machine h { cpus 2 }
        nic e on h { queue 0 irq 24 -> cpu 0 }
        workload w on h {
          thread t on cpu 1 { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 loop { recv s 64B compute %s } }
          traffic e -> port 5 { start 1ms count 20 payload 9B gap %s }
        }
        """.formatted(compute, gap));
  }
}

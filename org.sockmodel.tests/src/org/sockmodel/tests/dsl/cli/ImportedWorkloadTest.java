package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in a run of a workload that another file declares is told of that file. */
class ImportedWorkloadTest {

  @TempDir
  Path folder;

  @Test
  void shouldNameTheFileOfAThreadThatEnds() throws IOException {
    CommandRun run = run("""
        machine host { cpus 1 }
        workload w on host {
          thread t {
            s = socket(AF_INET, SOCK_STREAM, 0)
            connect s port 77
          }
        }
        """);
    assertEquals(folder.resolve("user.sockmodel")
        + ": warning: thread t of w ended: parts/part.sockmodel, line 5: ECONNREFUSED\n", run.err());
  }

  @Test
  void shouldNameTheFileThatNamesAReplay() throws IOException {
    Files.createDirectories(folder.resolve("parts"));
    Files.writeString(folder.resolve("parts/times.csv"), "no trace\n");
    CommandRun run = run("""
        machine host { cpus 1 }
        nic e on host { queue 0 irq 24 -> cpu 0 }
        workload w on host {
          thread t { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 recv s 1B }
          traffic e -> port 5 { count 2 gap replay("times.csv") }
        }
        """);
    String place = folder.resolve("parts/part.sockmodel") + ":5: ";
    assertEquals(place, run.err().substring(0, Math.min(place.length(), run.err().length())));
    assertEquals(1, run.err().lines().count());
  }

  private CommandRun run(String part) throws IOException {
    Files.createDirectories(folder.resolve("parts"));
    Files.writeString(folder.resolve("parts/part.sockmodel"), part);
    Path user = folder.resolve("user.sockmodel");
    Files.writeString(user, "import \"parts/part.sockmodel\"\nmodel user\n");
    return CommandRun.of("run", user);
  }
}

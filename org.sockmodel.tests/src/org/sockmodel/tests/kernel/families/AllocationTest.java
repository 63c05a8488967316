package org.sockmodel.tests.kernel.families;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.kernel.families.CreationPath;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.query.CsvRowException;
import org.sockmodel.runtime.kernel.families.query.SocketCsv;
import org.sockmodel.runtime.kernel.families.query.SocketQuery;
import org.sockmodel.tests.Allocations;

/** Creations allocate nothing once the pools have grown: measured, with room for the measurement itself. */
class AllocationTest {

  private static final int CALLS = 30_000;
  /** Less than a byte a call, more than what measuring costs. */
  private static final long ROOM_BYTES = 29_000;

  @Test
  void shouldAllocateNothingWhileNobodyTraces() {
    Process process = new Process(Families.boot(KernelProfile.of("v6_1")), Credentials.USER);
    assertFree(() -> askEverything(process));
  }

  @Test
  void shouldAllocateNothingWhileThePathIsRecorded() {
    SocketLayer layer = Families.boot(KernelProfile.of("v6_18"));
    Process process = new Process(layer, Credentials.ROOT);
    CreationPath path = new CreationPath();
    layer.trace(path);
    assertFree(() -> {
      path.clear();
      askEverything(process);
    });
  }

  @Test
  void shouldAllocateNothingForARowOfCsv() {
    SocketCsv csv = new SocketCsv(new SocketQuery(KernelProfile.of("v6_18"), Credentials.USER));
    byte[] rows = "AF_INET,SOCK_STREAM|SOCK_CLOEXEC,IPPROTO_TCP\n1,2,3\n".repeat(CALLS / 2)
        .getBytes(StandardCharsets.US_ASCII);
    run(csv, rows);
    assertLittle(Allocations.during(() -> run(csv, rows)));
  }

  private static void run(SocketCsv csv, byte[] rows) {
    try {
      csv.run("rows", new ByteArrayInputStream(rows), OutputStream.nullOutputStream());
    } catch (IOException | CsvRowException e) {
      throw new AssertionError(e);
    }
  }

  /** Success, an errno of each level, a pair, nested creation. */
  private static void askEverything(Process process) {
    process.close(process.socket(2, 1, 0));
    process.close(process.socket(2, 1, 262));
    process.close(process.socket(1, 2, 0));
    process.socket(2, 1, 17);
    process.socket(2, 2, 1);
    process.socket(9, 1, 0);
    process.socket(2, 0x10, 0);
    process.socket(16, 3, 3);
    process.socketpair(1, 1, 0);
    process.close(process.pair(0));
    process.close(process.pair(1));
  }

  private static void assertFree(Runnable calls) {
    repeat(calls);
    assertLittle(Allocations.during(() -> repeat(calls)));
  }

  private static void repeat(Runnable calls) {
    for (int i = 0; i < CALLS; i++) {
      calls.run();
    }
  }

  private static void assertLittle(long bytes) {
    assertTrue(bytes < ROOM_BYTES, bytes + " bytes for " + CALLS + " calls");
  }
}

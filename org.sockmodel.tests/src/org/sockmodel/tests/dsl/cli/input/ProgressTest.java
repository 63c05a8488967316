package org.sockmodel.tests.dsl.cli.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.cli.input.Progress;

class ProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(bytes, true);

  @Test
  void shouldShowTheCountAndTakeItAwayInTheEnd() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(2);
    Progress progress = new Progress(terminal, () -> {
      asked.countDown();
      return 1_234_567;
    }, 0);
    asked.await();
    progress.close();

    assertTrue(bytes.toString().contains("1 234 567 events, 0 s, "), bytes.toString());
    assertTrue(bytes.toString().endsWith("\r\u001b[K"), bytes.toString());
  }

  @Test
  void shouldShowNothingOfWhatIsSoonDone() {
    new Progress(terminal, () -> 1, 60_000).close();

    assertEquals("", bytes.toString());
  }

  @Test
  void shouldShowNothingWithoutATerminal() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    Progress progress = new Progress(null, asked::incrementAndGet, 0);
    Thread.sleep(20);
    progress.close();

    assertEquals(0, asked.get());
  }
}

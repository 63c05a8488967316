package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.dsl.cli.SockModelCli;
import org.sockmodel.tests.checkout.Checkout;

/** {@code sockmodel run}, {@code check}, {@code generate} and {@code analyze}. */
class RunAndAnalyzeTest {

  private static final String EXAMPLE =
      Checkout.root().resolve("org.sockmodel.dsl/examples/blocking-recv.sockmodel").toString();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir
  Path folder;

  @Test
  void shouldRunTheExampleAndPrintNothingButTheReportAsJson() {
    assertEquals(0, run("run", EXAMPLE, "--json"), err.toString());
    JsonObject report = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertEquals("sockmodel.report/1", report.get("schema").getAsString());
    assertEquals(1.0, report.getAsJsonObject("per_message").get("hardirqs").getAsDouble());
    assertEquals(2.0, report.getAsJsonObject("per_message").get("context_switches").getAsDouble());
  }

  @Test
  void shouldWriteTheSameBytesForTheSameSeedAndReportTheSameFromThem() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    assertEquals(0, run("run", EXAMPLE, "-o", first.toString(), "--seed", "7", "--functions"));
    assertEquals(0, run("run", EXAMPLE, "-o", second.toString(), "--seed", "7", "--functions"));
    for (String file : new String[] {"metadata", "channel0_0", "channel0_1"}) {
      assertArrayEquals(Files.readAllBytes(first.resolve(file)), Files.readAllBytes(second.resolve(file)), file);
    }
    String sentence = out.toString().lines().skip(1).findFirst().orElseThrow();
    out.getBuffer().setLength(0);
    assertEquals(0, run("analyze", first.toString()));
    assertEquals(sentence, out.toString().lines().findFirst().orElseThrow());
  }

  @Test
  void shouldReportWhatIsLeftOfACutTraceAndFail() throws IOException {
    Path trace = folder.resolve("trace");
    assertEquals(0, run("run", EXAMPLE, "-o", trace.toString()));
    byte[] stream = Files.readAllBytes(trace.resolve("channel0_0"));
    Files.write(trace.resolve("channel0_0"), Arrays.copyOf(stream, stream.length / 2));
    assertEquals(1, run("analyze", trace.toString()));
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  @Test
  void shouldFailWithOneLineWithoutAModelOrATrace() {
    assertEquals(1, run("run", folder.resolve("none.sockmodel").toString()));
    assertEquals(1, run("run", folder.toString()));
    assertEquals(1, run("analyze", folder.toString()));
    assertEquals(3, err.toString().lines().count(), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void shouldGenerateNothingFromAModelWithAnError() throws IOException {
    Path model = Files.writeString(folder.resolve("bad.sockmodel"), "model m\nmachine host { cpus 0 }\n");
    Path target = folder.resolve("generated");
    assertEquals(1, run("generate", model.toString(), "-o", target.toString()));
    assertTrue(err.toString().startsWith(model + ":2:"), err.toString());
    assertFalse(Files.exists(target));
  }

  @Test
  void shouldTellWrongUsage() {
    assertEquals(2, run("run"));
    assertEquals(2, run("analyze", "--no-such-option"));
  }

  private int run(String... arguments) {
    return SockModelCli.commandLine(arguments).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}

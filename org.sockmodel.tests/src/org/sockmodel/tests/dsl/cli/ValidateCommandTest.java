package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.dsl.library.ShippedLibrary;

/** {@code validate}: what was published comes out of the simulation. */
class ValidateCommandTest {

  @TempDir
  Path folder;

  @Test
  void shouldSimulateWhatWasPublished() {
    CommandRun run = CommandRun.of("validate");
    assertEquals("", run.err());
    assertEquals(0, run.exitCode(), run.out());
    ShippedLibrary.validations().forEach(model -> assertTrue(run.out().contains("\n  " + model + " "), model));
  }

  @Test
  void shouldPutEachFigureBesideItsPublishedValue() {
    String text = CommandRun.of("validate", "livelock-90k", "livelock-110k").out();
    assertTrue(text.startsWith("""
        Receive livelock in closed form, after Mogul and Ramakrishnan: a = b = 10 us, 90 kpps
          MODEL             FIGURE                          published    simulated difference  within
          livelock-90k      throughput                         10 000 """), text);
    assertTrue(text.lines().toList().get(2).matches(".* 10 000 +(9 9|10 0)\\d\\d +[+-]0\\.\\d % +1 %  ok"), text);
    assertTrue(text.lines().toList().get(6).matches("  livelock-110k +throughput +<= 500\\.000 .* -  ok"), text);
    assertTrue(text.endsWith("\n2 of 2 figures as published\n"), text);
  }

  @Test
  void shouldWriteFiguresAsJsonAndHtml() throws IOException {
    Path page = folder.resolve("figures.html");
    CommandRun run = CommandRun.of("validate", "--json", "--html", page, "napi-512");
    JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
    JsonObject figure = report.getAsJsonArray("figures").get(0).getAsJsonObject();
    assertEquals(true, report.get("holds").getAsBoolean());
    assertEquals("packets per poll", figure.get("figure").getAsString());
    assertEquals(10, figure.get("within_percent").getAsInt());
    assertTrue(Files.readString(page).contains("packets per poll</td><td>4.100</td>"), Files.readString(page));
  }

  @Test
  void shouldFailIfAFigureIsOutside() throws IOException {
    Path model = Files.writeString(folder.resolve("mine.sockmodel"), """
        model mine
        machine host { }
        nic eth0 on host { queue 0 irq 24 -> cpu 0 }
        workload w on host {
          thread t { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 9 loop { recv s 64B } }
          traffic eth0 -> port 9 { start 1ms count 9 gap 1ms }
        }
        expect "A paper" { messages == 10 within 5% }
        """);
    CommandRun run = CommandRun.of("validate", model);
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("-10.0 %     5 %  OUTSIDE"), run.out());
  }

  @Test
  void shouldNotPassAModelThatExpectsNothing() throws IOException {
    Path model = Files.writeString(folder.resolve("silent.sockmodel"), "model silent machine host { }");
    CommandRun run = CommandRun.of("validate", "livelock-10k", model);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith("silent.sockmodel expects nothing; say what was published: "), run.err());
  }

  @Test
  void shouldNameTheShippedModels() {
    CommandRun run = CommandRun.of("validate", "napi-61");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith("no shipped model is named 'napi-61'; choose from napi-60, napi-128, "), run.err());
    assertEquals(1, CommandRun.of("validate", folder.resolve("none.sockmodel")).exitCode());
  }
}

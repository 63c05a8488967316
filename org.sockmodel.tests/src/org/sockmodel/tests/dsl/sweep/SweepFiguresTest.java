package org.sockmodel.tests.dsl.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.sweep.SweepFigures;

class SweepFiguresTest {

  @Test
  void shouldTellHowBusyTheCpuIsThatIsIdleLeast() {
    String report = """
        {"cpus": [
          {"cpu": 0, "hardirq_ns": 5, "softirq_ns": 20, "ksoftirqd_ns": 10, "system_ns": 25, "user_ns": 20,
            "idle_ns": 20, "unknown_ns": 900},
          {"cpu": 1, "hardirq_ns": 0, "softirq_ns": 0, "ksoftirqd_ns": 0, "system_ns": 300, "user_ns": 300,
            "idle_ns": 400, "unknown_ns": 0},
          {"cpu": 2, "hardirq_ns": 0, "softirq_ns": 0, "ksoftirqd_ns": 0, "system_ns": 0, "user_ns": 0,
            "idle_ns": 0, "unknown_ns": 1000}]}
        """;
    assertEquals(80, SweepFigures.of(JsonParser.parseString(report)).get("busiest_cpu_percent").getAsDouble(), 1e-9);
  }
}

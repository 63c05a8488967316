package org.sockmodel.tests.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.json.JsonReport;
import org.sockmodel.tests.analysis.TinyTrace;
import org.sockmodel.tests.checkout.Checkout;
import org.sockmodel.tests.report.SampleTrace;

/** What {@code releng/doc/report.md} says of the JSON is what the JSON holds: no member more, none less. */
class ReportDocumentTest {

  private static final Pattern MEMBER = Pattern.compile("`([a-z_.\\[\\]0-9*]+)`");

  @Test
  void shouldDocumentEveryMember() throws IOException {
    Set<String> members = new TreeSet<>();
    add(members, Filter.ALL, "");
    add(members, Filter.ALL.withTimes(0, 1L << 40).withCpu(1).withTask("task42").withPort(7).withIrq(26), "damaged");

    assertEquals(documented(), members);
  }

  private static Set<String> documented() throws IOException {
    Set<String> members = new TreeSet<>();
    for (String line : Files.readAllLines(Checkout.root().resolve("releng/doc/report.md"))) {
      if (line.startsWith("| `")) {
        Matcher member = MEMBER.matcher(line.split(" \\| ")[0]);
        while (member.find()) {
          members.add(member.group(1));
        }
      }
    }
    return members;
  }

  private static void add(Set<String> members, Filter filter, String warning) throws IOException {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), filter);
    SampleTrace.feed(trace.to(analysis), 99, "eth0-rx-0", 0);
    SampleTrace.message(trace, 100, "eth0-rx-0", 50_000, 77, 20_000);
    trace.statistics().warn(warning);
    StringWriter out = new StringWriter();
    JsonReport.write(analysis.report(trace.statistics()), out);
    add(members, "", JsonParser.parseString(out.toString()));
  }

  private static void add(Set<String> members, String path, JsonElement element) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(item -> add(members, path + "[]", item));
    } else if (!element.isJsonObject()) {
      members.add(path);
    } else if (element.getAsJsonObject().has("p50_ns")) {
      addDistribution(members, path, element);
    } else {
      element.getAsJsonObject().entrySet().forEach(member -> add(members,
          path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue()));
    }
  }

  /** A distribution is documented once; a stage is a name and a distribution. */
  private static void addDistribution(Set<String> members, String path, JsonElement distribution) {
    Set<String> keys = new TreeSet<>(distribution.getAsJsonObject().keySet());
    boolean stage = keys.remove("stage");
    assertEquals(new TreeSet<>(Set.of("count", "min_ns", "p50_ns", "p90_ns", "p99_ns", "max_ns", "mean_ns",
        "p50_range_ns", "p90_range_ns", "p99_range_ns")), keys);
    members.add(stage ? path + ".*" : path);
    if (stage) {
      members.add(path + ".stage");
    }
  }
}

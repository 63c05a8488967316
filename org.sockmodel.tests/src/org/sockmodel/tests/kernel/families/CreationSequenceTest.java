package org.sockmodel.tests.kernel.families;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.kernel.families.CreationPath;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.tests.checkout.Checkout;

/** The functions of creations, with their callers, as the function tracer of two kernels recorded them. */
class CreationSequenceTest {

  private static final Pattern MARK =
      Pattern.compile("snd-.*tracing_mark_write: (socket\\((-?\\d+),(\\d+),(\\d+)\\)|.*)");
  private static final Pattern FUNCTION = Pattern.compile("snd-.*: (\\w+) <-(\\w+)");

  private final List<CreationPath> paths = new ArrayList<>();
  private final Set<String> modelled = new TreeSet<>();

  @ParameterizedTest
  @CsvSource({"6.12, v6_12, 16", "6.1, v6_1, 16"})
  void shouldEnterTheFunctionsThatTheTracerSaw(String guest, String kernel, int calls) throws IOException {
    Path folder = Checkout.oracle().resolve("guest-functions").resolve(guest);
    Map<String, List<String>> recorded = recorded(folder.resolve("open/create.trace.gz"));
    SocketLayer layer = Families.boot(KernelProfile.of(kernel));
    recorded.keySet().forEach(call -> create(layer, call));
    modelled.retainAll(Files.readAllLines(folder.resolve("functions_traced.txt")).stream().map(String::strip).toList());
    assertFalse(modelled.isEmpty());
    int agreements = 0;
    for (String call : recorded.keySet()) {
      List<String> seen = recorded.get(call).stream().filter(this::isModelled).toList();
      assertEquals(seen, entered(paths.get(agreements)), guest + " " + call);
      agreements++;
    }
    System.out.println("guest-functions/" + guest + " create.trace: " + agreements + " / " + recorded.size()
        + " sequences, " + modelled.size() + " functions");
    assertEquals(calls, agreements);
  }

  private static Map<String, List<String>> recorded(Path trace) throws IOException {
    Map<String, List<String>> functions = new LinkedHashMap<>();
    List<String> current = null;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(trace));
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher mark = MARK.matcher(line.strip());
        Matcher function = FUNCTION.matcher(line.strip());
        if (mark.matches()) {
          current = mark.group(2) == null ? null : functions.computeIfAbsent(mark.group(1), key -> new ArrayList<>());
        } else if (current != null && function.matches()) {
          current.add(function.group(1) + " <-" + function.group(2));
        }
      }
    }
    return functions;
  }

  private void create(SocketLayer layer, String call) {
    String[] numbers = call.substring(call.indexOf('(') + 1, call.length() - 1).split(",");
    CreationPath path = new CreationPath();
    layer.trace(path);
    new Process(layer, Credentials.ROOT).socket(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]),
        Integer.parseInt(numbers[2]));
    paths.add(path);
    for (int i = 0; i < path.size(); i++) {
      if (!path.inlined(i)) {
        modelled.add(path.symbol(i));
      }
    }
  }

  private List<String> entered(CreationPath path) {
    List<String> functions = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      String function = path.symbol(i) + " <-" + path.parent(i);
      if (!path.inlined(i) && isModelled(function)) {
        functions.add(function);
      }
    }
    return functions;
  }

  private boolean isModelled(String function) {
    return modelled.contains(function.substring(0, function.indexOf(' ')));
  }
}

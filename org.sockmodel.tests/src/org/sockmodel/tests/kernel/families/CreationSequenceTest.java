package org.sockmodel.tests.kernel.families;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /** Functions that were traced and are about creation and its clean-up. */
  private static final Set<String> OF_CREATION = Set.of("__sys_socket", "sock_create", "__sock_create",
      "security_socket_create", "sock_alloc", "sock_alloc_inode", "inet_create", "inet6_create", "unix_create",
      "unix_create1", "netlink_create", "packet_create", "sk_alloc", "sk_prot_alloc", "sock_init_data",
      "sock_init_data_uid", "tcp_v4_init_sock", "tcp_init_sock", "udp_init_sock", "udpv6_init_sock", "raw_sk_init",
      "security_socket_post_create", "get_unused_fd_flags", "sock_alloc_file", "fd_install", "sock_release",
      "__sock_release", "inet_release", "sk_common_release", "sk_free");

  @ParameterizedTest
  @CsvSource({"6.12, v6_12, 16", "6.1, v6_1, 16"})
  void shouldEnterTheFunctionsThatTheTracerSaw(String guest, String kernel, int calls) throws IOException {
    Path folder = Checkout.oracle().resolve("guest-functions").resolve(guest);
    Map<String, List<String>> recorded = recorded(folder.resolve("open/create.trace.gz"));
    SocketLayer layer = Families.boot(KernelProfile.of(kernel));
    assertTrue(Files.readAllLines(folder.resolve("functions_traced.txt")).containsAll(OF_CREATION));
    int agreements = 0;
    for (String call : recorded.keySet()) {
      List<String> seen = recorded.get(call).stream().filter(CreationSequenceTest::isOfCreation).toList();
      assertEquals(seen, entered(create(layer, call)), guest + " " + call);
      agreements++;
    }
    System.out.println("guest-functions/" + guest + " create.trace: " + agreements + " / " + recorded.size()
        + " sequences");
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

  private static CreationPath create(SocketLayer layer, String call) {
    String[] numbers = call.substring(call.indexOf('(') + 1, call.length() - 1).split(",");
    CreationPath path = new CreationPath();
    layer.trace(path);
    new Process(layer, Credentials.ROOT).socket(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]),
        Integer.parseInt(numbers[2]));
    return path;
  }

  private static List<String> entered(CreationPath path) {
    List<String> functions = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      String function = path.symbol(i) + " <-" + path.parent(i);
      if (!path.inlined(i) && isOfCreation(function)) {
        functions.add(function);
      }
    }
    return functions;
  }

  private static boolean isOfCreation(String function) {
    return OF_CREATION.contains(function.substring(0, function.indexOf(' ')));
  }
}

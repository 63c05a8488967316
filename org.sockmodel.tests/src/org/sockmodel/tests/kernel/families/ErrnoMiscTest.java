package org.sockmodel.tests.kernel.families;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.FileTable;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.tests.checkout.Checkout;

/** The recorded cases beside the matrices: flags, defaults, pairs, a full descriptor table, a full file table. */
class ErrnoMiscTest {

  private static final Pattern ROW = Pattern.compile("(\\w+),\"(.*?)\",(\\w+),(-?\\d+),\"(.*)\"");
  private static final Pattern CALL = Pattern.compile("(\\w+),(socket|socketpair)\\((\\d+) (\\d+) (\\d+)\\),(\\w+)");

  /** Beginnings of the cases that creation does not decide, and what of the kernel does. */
  private static final Map<String, String> NOT_OF_CREATION = Map.of(
      "setrcvbuf_", "sock_setsockopt changes sk_rcvbuf later",
      "getrcvbuf_after_1", "sock_setsockopt doubles the value and keeps it above SOCK_MIN_RCVBUF",
      "rcvtimeo_", "sock_set_timeout checks the struct timeval",
      "rcvlowat_", "sock_setsockopt and tcp_set_rcvlowat change sk_rcvlowat later",
      "so_busy_poll_set", "sock_setsockopt changes sk_ll_usec later",
      "recv", "recvfrom, recvmsg and recvmmsg look at descriptor, vector and state",
      "tcp_", "tcp_recvmsg and inet_accept, on the state of the connection",
      "udp_", "udp_recvmsg, on queue and pending error",
      "unix_", "unix_stream_read_generic and __unix_dgram_recvmsg, on state and peer");

  @ParameterizedTest
  @CsvSource({
      "misc-6.18-root.csv,     v6_18, root",
      "misc-6.18-uid65534.csv, v6_18, user",
      "misc-6.12-root.csv,     v6_12, root",
      "misc-6.12-uid65534.csv, v6_12, user"})
  void shouldAnswerTheNamedCasesAsTheKernelDid(String file, String kernel, String uid) throws IOException {
    Map<String, Matcher> rows = rows(file);
    Credentials credentials = uid.equals("root") ? Credentials.ROOT : Credentials.USER;
    int freed = Integer.parseInt(rows.get("one_free_socket").group(4));
    Map<String, String> answers = new MiscAnswers(kernel, credentials, freed).all();
    Map<String, String> recorded = new LinkedHashMap<>();
    answers.forEach((name, answer) -> recorded.put(name, sameParts(answer, rows.get(name))));
    System.out.println(file + ": " + agreements(answers, recorded) + " / " + answers.size() + " cases of creation, "
        + (rows.size() - answers.size()) + " of other calls");
    assertEquals(recorded, answers);
    rows.keySet().removeAll(answers.keySet());
    rows.keySet().forEach(name -> assertNotNull(reason(name), "neither answered nor excepted: " + name));
  }

  @Test
  void shouldAnswerWithAFullFileTableAsTheKernelDid() throws IOException {
    SocketLayer layer = Families.boot(KernelProfile.of("v6_12"));
    FileTable full = new FileTable(8);
    for (int i = 0; i < 8; i++) {
      full.open(false);
    }
    int rows = 0;
    List<String> differences = new ArrayList<>();
    for (String line : Files.readAllLines(Checkout.oracle().resolve("errno/enfile-6.12.csv"))) {
      Matcher row = CALL.matcher(line);
      if (row.matches()) {
        Credentials who = row.group(1).equals("root") ? Credentials.ROOT : Credentials.USER;
        String result = ask(new Process(layer, who, full), row);
        rows++;
        if (!result.equals(row.group(6))) {
          differences.add(line + " but " + result);
        }
      }
    }
    System.out.println("enfile-6.12.csv: " + (rows - differences.size()) + " / " + rows);
    assertEquals(18, rows);
    assertEquals(List.of(), differences);
  }

  private static String ask(Process process, Matcher row) {
    int family = Integer.parseInt(row.group(3));
    int type = Integer.parseInt(row.group(4));
    int protocol = Integer.parseInt(row.group(5));
    boolean pair = row.group(2).equals("socketpair");
    int result = pair ? process.socketpair(family, type, protocol) : process.socket(family, type, protocol);
    if (result >= 0) {
      process.close(pair ? process.pair(0) : result);
      process.close(pair ? process.pair(1) : result);
    }
    return SocketNames.errno(Math.max(0, -result));
  }

  private static Map<String, Matcher> rows(String file) throws IOException {
    Map<String, Matcher> rows = new LinkedHashMap<>();
    Set<String> unread = new HashSet<>();
    List<String> lines = Files.readAllLines(Checkout.oracle().resolve("errno").resolve(file));
    for (String line : lines.subList(1, lines.size())) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.put(row.group(1), row);
      } else {
        unread.add(line);
      }
    }
    assertEquals(Set.of(), unread);
    return rows;
  }

  /** The recorded row in the answer's form: only the parts that the answer has. */
  private static String sameParts(String answer, Matcher row) {
    String[] parts = answer.split(" ", 3);
    if (parts.length == 1) {
      return row.group(3);
    }
    return row.group(3) + (parts.length == 2 ? " " + row.group(4) : " . " + row.group(5));
  }

  private static long agreements(Map<String, String> answers, Map<String, String> recorded) {
    return answers.entrySet().stream().filter(entry -> entry.getValue().equals(recorded.get(entry.getKey()))).count();
  }

  private static String reason(String name) {
    return NOT_OF_CREATION.entrySet().stream().filter(entry -> name.startsWith(entry.getKey()))
        .map(Map.Entry::getValue).findFirst().orElse(null);
  }
}

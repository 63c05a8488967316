package org.sockmodel.tests.kernel.families;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.Process;
import org.sockmodel.runtime.kernel.families.create.Families;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.tests.checkout.Checkout;

/** Every answer of {@code socket()} that was recorded, asked again. A file's agreements must be all of its calls. */
class ErrnoMatrixTest {

  private static final int SHOWN = 20;

  private final List<String> differences = new ArrayList<>();
  private int agreements;
  private int rows;

  @ParameterizedTest
  @CsvSource({
      "matrix-full-6.18-root.csv,     v6_18, root, 40165",
      "matrix-full-6.18-uid65534.csv, v6_18, user, 40165",
      "matrix-rle-6.18-root.csv,      v6_18, root, 449848",
      "matrix-rle-6.18-uid65534.csv,  v6_18, user, 449848",
      "matrix-rle-6.12-root.csv,      v6_12, root, 449848",
      "matrix-rle-6.12-uid65534.csv,  v6_12, user, 449848"})
  void shouldAnswerAsTheKernelDid(String file, String kernel, String uid, int calls) throws IOException {
    Credentials credentials = uid.equals("root") ? Credentials.ROOT : Credentials.USER;
    Process process = new Process(Families.boot(KernelProfile.of(kernel)), credentials);
    List<String> lines = Files.readAllLines(Checkout.oracle().resolve("errno").resolve(file));
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",");
      int low = Integer.parseInt(fields[2]);
      int high = fields.length == 4 ? low : Integer.parseInt(fields[3]);
      for (long protocol = low; protocol <= high; protocol++) {
        ask(process, Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), (int) protocol,
            fields[fields.length - 1]);
      }
    }
    System.out.println(file + ": " + agreements + " / " + rows);
    assertEquals(calls, rows, "calls in " + file);
    assertTrue(differences.isEmpty(), () -> file + ": " + agreements + " / " + rows + "\n"
        + String.join("\n", differences.subList(0, Math.min(SHOWN, differences.size()))));
    assertEquals(0, process.descriptors().size(), "descriptors left open");
    assertEquals(0, process.files().files(), "files left open");
  }

  private void ask(Process process, int family, int type, int protocol, String recorded) {
    int fd = process.socket(family, type, protocol);
    String result = SocketNames.errno(Math.max(0, -fd));
    if (fd >= 0) {
      process.close(fd);
    }
    rows++;
    if (result.equals(recorded)) {
      agreements++;
    } else {
      differences.add("socket(" + family + ", " + type + ", " + protocol + ") is " + result + ", was " + recorded);
    }
  }
}

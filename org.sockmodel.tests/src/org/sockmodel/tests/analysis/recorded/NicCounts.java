package org.sockmodel.tests.analysis.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.tests.trace.Oracle;

/** What machines with emulated cards counted: the rows of a table, cells by column. */
public final class NicCounts {

  private NicCounts() {
  }

  public static List<Map<String, String>> rows() throws IOException {
    List<String> lines = Files.readAllLines(Oracle.folder("guest-nic").resolve("COUNTS.csv"));
    String[] header = lines.get(0).split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      if (row.get("set").equals("open")) {
        rows.add(row);
      }
    }
    return rows;
  }
}

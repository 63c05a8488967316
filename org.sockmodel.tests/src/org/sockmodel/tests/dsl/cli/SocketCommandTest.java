package org.sockmodel.tests.dsl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.dsl.cli.SockModelCli;

/** {@code sockmodel socket} and {@code sockmodel families}. */
class SocketCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '@', value = {
      "socket AF_INET SOCK_STREAM IPPROTO_UDP @ EPROTONOSUPPORT",
      "socket AF_INET SOCK_RAW 1 @ EPERM",
      "socket --uid root AF_INET SOCK_RAW 1 @ OK",
      "socket AF_INET SOCK_STREAM|SOCK_NONBLOCK -1 @ EINVAL",
      "socket --kernel v3_10 AF_X25 SOCK_SEQPACKET 0 @ OK",
      "socket --kernel v6_12 AF_X25 SOCK_SEQPACKET 0 @ EAFNOSUPPORT"})
  void shouldPrintTheAnswer(String command, String answer) {
    assertEquals(0, run(command));
    assertEquals(answer + System.lineSeparator(), out.toString());
  }

  @Test
  void shouldExplainTheAnswer() {
    assertEquals(0, run("socket --explain AF_INET SOCK_STREAM IPPROTO_UDP"));
    assertTrue(out.toString().startsWith("socket(AF_INET, SOCK_STREAM, IPPROTO_UDP) on v6_18 as user: EPROTONOSUPPORT\n"
        + "decided by inet_create: "), out.toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '@', value = {
      "socket AF_FOO 1 0 @ 'AF_FOO' is not an address family; write a 32-bit number or a name such as"
          + " AF_INET",
      "socket --kernel v9 1 1 0 @ --kernel: no kernel v9; there are v3_10, v6_1, v6_12, v6_18",
      "families --kernel v9 @ --kernel: no kernel v9; there are v3_10, v6_1, v6_12, v6_18",
      "socket --csv /no/such/file.csv @ /no/such/file.csv: there is no such file; check its name"})
  void shouldRefuseBadInputWithOneMessage(String command, String message) {
    assertEquals(1, run(command));
    assertEquals(message, err.toString().lines().findFirst().orElse(""));
    assertEquals("", out.toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '@', value = {
      "socket 1 1 @ Expected DOMAIN TYPE PROTOCOL, or --csv FILE.",
      "socket --csv x 1 1 0 @ --csv goes with neither arguments nor --explain.",
      "socket --csv x --explain @ --csv goes with neither arguments nor --explain."})
  void shouldRefuseAMisusedCommand(String command, String message) {
    assertEquals(2, run(command));
    assertEquals(message, err.toString().lines().findFirst().orElse(""));
    assertEquals("", out.toString());
  }

  @Test
  void shouldAnswerTheRowsOfAFile() throws IOException {
    Path rows = Files.writeString(folder.resolve("rows.csv"), "1,1,0\nAF_INET,SOCK_STREAM,17\n");
    assertEquals("0 domain,type,protocol,result\n1,1,0,OK\nAF_INET,SOCK_STREAM,17,EPROTONOSUPPORT\n",
        rows("socket --csv " + rows, ""));
  }

  @Test
  void shouldWriteNothingForAFileWithABadRow() throws IOException {
    Path rows = Files.writeString(folder.resolve("rows.csv"), "1,1,0\n1,1\n");
    assertEquals("1 ", rows("socket --csv " + rows, ""));
    assertEquals("" + rows + ":2:4: expected 3 fields: domain,type,protocol\n", err.toString());
  }

  @Test
  void shouldAnswerStandardInputAsItComes() {
    assertEquals("1 domain,type,protocol,result\n1,1,0,OK\n", rows("socket --csv -", "1,1,0\nx,1,0\n"));
    assertTrue(err.toString().startsWith("standard input:2:1: 'x' is not an address family"));
  }

  @Test
  void shouldListTheFamiliesAsTextAndJson() {
    assertEquals(0, run("families"));
    assertTrue(out.toString().startsWith("kernel v6_18\n"));
    out.getBuffer().setLength(0);
    assertEquals(0, run("families --json --kernel v3_10"));
    assertTrue(out.toString().startsWith("{\n  \"kernel\": \"v3_10\","), out.toString());
  }

  private int run(String command) {
    return SockModelCli.commandLine(command.split(" "))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(command.split(" "));
  }

  /** The exit code and what came to the process's standard output, which rows go to as bytes. */
  private String rows(String command, String input) {
    PrintStream realOut = System.out;
    InputStream realIn = System.in;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return run(command) + " " + bytes.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(realOut);
      System.setIn(realIn);
    }
  }
}

package org.sockmodel.tests.kernel.families.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.kernel.families.Credentials;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;
import org.sockmodel.runtime.kernel.families.query.CsvRowException;
import org.sockmodel.runtime.kernel.families.query.SocketCsv;
import org.sockmodel.runtime.kernel.families.query.SocketQuery;

class SocketCsvTest {

  private final SocketCsv csv = new SocketCsv(new SocketQuery(KernelProfile.of("v6_18"), Credentials.USER));

  @Test
  void shouldAddTheResultToEachRow() throws Exception {
    assertEquals("domain,type,protocol,result\n2,1,17,EPROTONOSUPPORT\n1,1,0,OK\n9,1,0,EAFNOSUPPORT\n",
        run("2,1,17\n1,1,0\n9,1,0\n"));
  }

  @Test
  void shouldUnderstandNamesAndHexadecimalNumbers() throws Exception {
    assertEquals("domain,type,protocol,result\n"
        + "AF_INET,SOCK_STREAM|SOCK_NONBLOCK,IPPROTO_UDP,EPROTONOSUPPORT\n"
        + "PF_NETLINK, SOCK_RAW ,NETLINK_ROUTE,OK\n"
        + "0x2,2|SOCK_CLOEXEC,0X11,OK\n"
        + "-1,0x800,-2147483648,EAFNOSUPPORT\n",
        run("AF_INET,SOCK_STREAM|SOCK_NONBLOCK,IPPROTO_UDP\nPF_NETLINK, SOCK_RAW ,NETLINK_ROUTE\n"
            + "0x2,2|SOCK_CLOEXEC,0X11\n-1,0x800,-2147483648\n"));
  }

  @Test
  void shouldUnderstandHeaderEmptyLinesCrlfByteOrderMarkAndAMissingLastNewline() throws Exception {
    assertEquals("domain,type,protocol,result\n1,1,0,OK\n1,2,0,OK\n",
        run("\ufeffdomain,type,protocol\r\n1,1,0\r\n\r\n1,2,0"));
    assertEquals("domain,type,protocol,result\n", run(""));
  }

  @Test
  void shouldReadRowsThatArriveInPieces() throws Exception {
    StringBuilder rows = new StringBuilder();
    StringBuilder expected = new StringBuilder("domain,type,protocol,result\n");
    for (int i = 0; i < 20_000; i++) {
      rows.append("AF_UNIX,SOCK_STREAM,").append(i % 2).append('\n');
      expected.append("AF_UNIX,SOCK_STREAM,").append(i % 2).append(",OK\n");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(20_000, csv.run("x", new Pieces(bytes(rows.toString()), 7), out));
    assertEquals(expected.toString(), out.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '@', value = {
      "1,1@ x.csv:2:4: expected 3 fields: domain,type,protocol",
      "1,1,0,OK@ x.csv:2:6: expected 3 fields: domain,type,protocol",
      "AF_FOO,1,0@ x.csv:2:1: 'AF_FOO' is not an address family; write a 32-bit number or a name such as AF_INET",
      "1,SOCK_STREAM|,0@ x.csv:2:3: 'SOCK_STREAM|' is not a socket type; write a 32-bit number or a name such as"
          + " SOCK_STREAM|SOCK_NONBLOCK",
      "1,AF_INET,0@ x.csv:2:3: 'AF_INET' is not a socket type; write a 32-bit number or a name such as"
          + " SOCK_STREAM|SOCK_NONBLOCK",
      "1,1,2147483648@ x.csv:2:5: '2147483648' is not a protocol; write a 32-bit number or a name such as IPPROTO_UDP",
      "1,1, 1 2 @ x.csv:2:6: '1 2' is not a protocol; write a 32-bit number or a name such as IPPROTO_UDP",
      "1,1,-@ x.csv:2:5: '-' is not a protocol; write a 32-bit number or a name such as IPPROTO_UDP",
      "1,1,@ x.csv:2:5: an empty text is not a protocol; write a 32-bit number or a name such as IPPROTO_UDP"})
  void shouldSayWhereARowIsWrong(String row, String message) {
    String text = "1,1,0\n" + row + "\n1,1,0\n";
    assertEquals(message, assertThrows(CsvRowException.class, () -> run(text)).getMessage());
    assertEquals(message, assertThrows(CsvRowException.class,
        () -> csv.check("x.csv", new ByteArrayInputStream(bytes(text)))).getMessage());
  }

  @Test
  void shouldKeepAMessageShortAndPrintable() {
    String row = "a\u001b" + "b".repeat(500) + ",1,0\n";
    String message = assertThrows(CsvRowException.class, () -> run(row)).getMessage();
    assertEquals("x.csv:1:1: 'a?" + "b".repeat(58) + "...' is not an address family", message.split(";")[0]);
  }

  @Test
  void shouldWriteOnlyWholeRowsBeforeABadOne() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThrows(CsvRowException.class, () -> csv.run("x", new ByteArrayInputStream(bytes("1,1,0\nx,1,0\n")), out));
    assertEquals("domain,type,protocol,result\n1,1,0,OK\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void shouldRefuseARowThatNeverEnds() {
    assertEquals("x.csv:2:1: the row is longer than 4096 bytes",
        assertThrows(CsvRowException.class, () -> run("1,1,0\n" + "1".repeat(5000))).getMessage());
  }

  @Test
  void shouldCountTheRowsItChecks() throws Exception {
    assertEquals(2, csv.check("x.csv", new ByteArrayInputStream(bytes("domain,type,protocol\n1,1,0\n\n1,1,0\n"))));
  }

  private String run(String text) throws IOException, CsvRowException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    csv.run("x.csv", new ByteArrayInputStream(bytes(text)), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Gives few bytes at a time. */
  private static final class Pieces extends InputStream {

    private final ByteArrayInputStream all;
    private final int piece;

    Pieces(byte[] bytes, int piece) {
      all = new ByteArrayInputStream(bytes);
      this.piece = piece;
    }

    @Override
    public int read() {
      return all.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return all.read(buffer, offset, Math.min(length, piece));
    }
  }
}

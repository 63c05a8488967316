package org.sockmodel.tests.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.html.HtmlReport;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.tests.analysis.TinyTrace;
import org.sockmodel.tests.report.SampleTrace;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {

  private static final Pattern SCRIPT = Pattern.compile("<script>(.*)</script>", Pattern.DOTALL);
  private static final Pattern DATA = Pattern.compile("id=\"timeline-data\">(.*?)</script>", Pattern.DOTALL);

  @Test
  void shouldAnswerFirst() throws Exception {
    Document page = parse(html(20, "eth0-rx-0"));

    assertTrue(page.getElementsByTagName("h1").item(0).getTextContent().startsWith("One message costs 1.00 hard"));
    assertEquals("udp.ctf - SockModel", page.getElementsByTagName("title").item(0).getTextContent());
  }

  @Test
  void shouldTellPacketsPerPollOfEachContextOfADevice() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis);
    long other = 0xffff_8881_0000_0400L;
    trace.at(0, 1_000).poll(0xffff_8881_0000_0200L, "eth0", 64, 64).at(1, 2_000).poll(other, "eth0", 3, 64);
    trace.at(0, 3_000).poll(other, "eth0", 1, 64).at(1, 4_000).poll(other, "eth0", 2, 64);
    String html = HtmlReport.of(analysis.report(trace.statistics()), "tiny").replace(" class=\"words\"", "");

    assertTrue(html.contains(row("eth0", "", "4", "70", "17.50", "2", "64", "0", "1")), html);
    assertTrue(html.contains(row("eth0 ..00400", "CPU\u00a01 and others", "3", "6", "2.00", "2", "3", "0", "0")), html);
    assertTrue(html.contains(row("eth0 ..00200", "CPU\u00a00", "1", "64", "64.00", "64", "64", "0", "1")), html);
  }

  private static String row(String name, String... cells) {
    return "<tr><th scope=\"row\">" + name + "</th><td>" + String.join("</td><td>", cells) + "</td></tr>";
  }

  @Test
  void shouldTellDropsByReasonDeviceAndPort() throws Exception {
    String html = html(20, "eth0-rx-0").replace(" class=\"words\"", "");

    assertTrue(html.contains(row("SOCKET_RCVBUFF", "udp_queue_rcv_one_skb", "1")), html);
    assertTrue(html.contains(row("lo", "1")), html);
    assertTrue(html.contains(row("5000", "1")), html);
  }

  @Test
  void shouldDrawEveryPictureWithoutScripts() throws Exception {
    NodeList pictures = parse(html(20, "eth0-rx-0")).getElementsByTagName("svg");

    assertEquals(10, pictures.getLength());
    for (int i = 0; i < pictures.getLength(); i++) {
      assertTrue(pictures.item(i).getChildNodes().getLength() > 10, "picture " + i);
    }
  }

  /** One message that was fetched 100 ms late is one of the three slowest, not all of them. */
  @Test
  void shouldDivideABarAsTheTimeOfEachMessageIs() {
    String html = HtmlReport.of(SampleTrace.withALateReader(), "late");

    String late = "sk_data_ready \u2192 return: [0-9.]+ ms in the mean, ([0-9]+) % of a message's time";
    Matcher share = Pattern.compile(late).matcher(html.replace("&#39;", "'"));
    assertTrue(share.find(), html);
    assertTrue(Integer.parseInt(share.group(1)) <= 50, share.group());
  }

  /** On a phone a picture of 960 units would have letters that nobody can read, or need scrolling. */
  @Test
  void shouldDrawEveryPictureForAPhoneToo() throws Exception {
    NodeList pictures = parse(html(20, "eth0-rx-0")).getElementsByTagName("svg");

    for (int i = 0; i < pictures.getLength(); i += 2) {
      Element wide = (Element) pictures.item(i);
      Element narrow = (Element) pictures.item(i + 1);
      assertEquals("wide narrow", wide.getAttribute("class") + " " + narrow.getAttribute("class"));
      assertEquals(wide.getAttribute("aria-label"), narrow.getAttribute("aria-label"));
      assertEquals("0 0 400", narrow.getAttribute("viewBox").substring(0, 7));
      assertEquals(0, narrow.getElementsByTagName("title").getLength(), "titles that no pointer shows");
    }
  }

  @Test
  void shouldBeWellFormedWhateverTheNames() throws Exception {
    String html = html(3, SampleTrace.HOSTILE_NAME);

    parse(html);
    assertFalse(html.contains("</script><b>"), "a name ends the script");
    assertFalse(html.contains("\u001b"), "a control character is left");
    assertFalse(html.contains("\u202e"), "a character that reverses the line is left");
    assertTrue(html.contains("&lt;/script&gt;&lt;b&gt;&amp;&quot;\\u202e"));
  }

  @Test
  void shouldLoadNothing() {
    String html = html(20, "eth0-rx-0");

    assertFalse(html.contains("href=") || html.contains("src=") || html.contains("url("));
    assertTrue(html.contains("default-src &#39;none&#39;"));
  }

  @Test
  void shouldAllowOnlyItsOwnScript() throws Exception {
    String html = html(20, "eth0-rx-0");
    Matcher script = SCRIPT.matcher(html);
    assertTrue(script.find());

    byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));

    assertTrue(html.contains("sha256-" + Base64.getEncoder().encodeToString(digest)));
  }

  @Test
  void shouldGiveTheScriptTheTimelineAsData() {
    Matcher data = DATA.matcher(html(20, "eth0-rx-0"));
    assertTrue(data.find());

    JsonObject timeline = JsonParser.parseString(data.group(1)).getAsJsonObject();

    assertEquals(20, timeline.getAsJsonArray("messages").size());
    assertEquals("CPU 1", timeline.getAsJsonArray("lanes").get(1).getAsString());
    assertTrue(timeline.getAsJsonArray("spans").size() >= 60, timeline.getAsJsonArray("spans").size() + " spans");
  }

  @Test
  void shouldTellHowToSeeTheSlowestMessage() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL).withTimeline();
    SampleTrace.feed(trace.to(analysis), 2000, "eth0-rx-0", 0);
    SampleTrace.messageHeldUp(trace, 2001, "eth0-rx-0", 2_000_000, 77);

    String html = HtmlReport.of(analysis.report(trace.statistics()), "late");

    Matcher hint = Pattern.compile("with --begin ([0-9.]+)s, the timeline begins shortly before it").matcher(html);
    assertTrue(hint.find(), html);
    double before = 2.001001 - Double.parseDouble(hint.group(1));
    assertTrue(before > 0.0001 && before < 0.003, hint.group());
    assertFalse(html(20, "eth0-rx-0").contains("--begin"));
  }

  @Test
  void shouldSayThatTheSlowestMessageIsLongerThanTheTimeline() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL).withTimeline();
    trace.to(analysis).at(0, 1000).irqEntry(26, "eth0-rx-0").raise(TinyTrace.NET_RX).at(0, 1250).irqExit(26);
    trace.at(0, 1500).softirqEntry(TinyTrace.NET_RX).receiveSkb(1).at(0, 2700).dataReady(2, 17);
    trace.at(0, 3300).softirqExit(TinyTrace.NET_RX);
    for (int i = 1; i <= 4000; i++) {
      trace.at(0, i * 10_000).irqEntry(27, "eth0-tx-0").at(0, i * 10_000 + 500).irqExit(27);
    }
    trace.at(1, 50_000_000).switchTasks(0, 0, 6).enter(Syscall.RECVFROM, 6, 0, 64, 0).copy(1, 64);
    trace.at(1, 50_001_300).exit(Syscall.RECVFROM, 64);

    String html = HtmlReport.of(analysis.report(trace.statistics()), "long");

    assertTrue(html.contains("The slowest message begins among them and returns after the last one."), html);
    assertFalse(html.contains("--begin"), html);
  }

  /** A line of a phone may end at any blank. */
  @Test
  void shouldNotPartNumbersFromTheirUnits() {
    String html = html(2000, "eth0-rx-0");
    Matcher prose = Pattern.compile("<(h1|p|li)[ >].*?</").matcher(html);
    Pattern parted = Pattern.compile("[0-9] ([0-9]{3}|%|[num]?s)\\b|CPU [0-9]");
    while (prose.find()) {
      assertFalse(parted.matcher(prose.group()).find(), prose.group());
    }
  }

  @Test
  void shouldTellInterruptsApart() throws Exception {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL).withTimeline();
    trace.to(analysis);
    trace.at(0, 1000).irqEntry(26, "eth0-rx-1").raise(TinyTrace.NET_RX).at(0, 2000).irqExit(26);
    trace.at(0, 3000).irqEntry(25, "eth0-rx-0").at(0, 4000).irqExit(25);
    String html = HtmlReport.of(analysis.report(trace.statistics()), "two queues");

    assertTrue(html.contains("<span class=\"key span-hardirq irq-1\"></span>irq 25 eth0-rx-0"), html);
    assertTrue(html.contains("<span class=\"key span-hardirq irq-2\"></span>irq 26 eth0-rx-1"), html);
    assertTrue(html.contains("<rect class=\"span-hardirq irq-2\""), html);
    assertTrue(html.contains("\"tones\":[2,1]"), html);
  }

  @Test
  void shouldStayBoundedForALongTrace() {
    int length = html(20_000, "eth0-rx-0").length();

    assertTrue(length < 600_000, length + " characters");
  }

  @Test
  void shouldBeHonestAboutAnEmptyTrace() throws Exception {
    Analysis analysis = new Analysis(new TinyTrace().names(), Filter.ALL).withTimeline();
    String html = HtmlReport.of(analysis.report(new TraceStatistics("ctf")), "empty");

    assertEquals(0, parse(html).getElementsByTagName("svg").getLength());
    assertTrue(html.contains("The trace holds no events"));
    assertFalse(html.contains("NaN"));
  }

  private static String html(int messages, String device) {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL).withTimeline();
    SampleTrace.feed(trace.to(analysis), messages, device, 0);
    Report report = analysis.report(trace.statistics());
    return HtmlReport.of(report, "udp.ctf");
  }

  /** The page as a document, without script and style, whose content is not markup. */
  private static Document parse(String html) throws Exception {
    String markup = html.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "").replace("<!DOCTYPE html>", "");
    return DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new InputSource(new StringReader(markup)));
  }
}

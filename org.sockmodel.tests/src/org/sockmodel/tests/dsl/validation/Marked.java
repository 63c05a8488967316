package org.sockmodel.tests.dsl.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.xtext.validation.Issue;
import org.sockmodel.tests.dsl.ModelText;

/** A model in which the one wrong place stands between {@code [[} and {@code ]]}. */
final class Marked {

  private static final String OPEN = "[[";
  private static final String CLOSE = "]]";

  private final String text;
  private final int offset;
  private final int length;

  private Marked(String marked) {
    offset = marked.indexOf(OPEN);
    length = marked.indexOf(CLOSE) - offset - OPEN.length();
    text = marked.replace(OPEN, "").replace(CLOSE, "");
  }

  /** A whole file. */
  static Marked file(String marked) {
    return new Marked(marked);
  }

  /** Elements of a model that has a machine {@code host} with two CPUs. */
  static Marked elements(String marked) {
    return new Marked("model m\nmachine host { cpus 2 }\n" + marked);
  }

  /** What a NIC says beside its interrupt. */
  static Marked nic(String marked) {
    return elements("nic eth0 on host { queue 0 irq 24 -> cpu 0 " + marked + " }");
  }

  /** Statements of a thread that has created socket {@code s} and epoll instance {@code ep}. */
  static Marked script(String marked) {
    return elements("workload w on host { thread t {\n  s = socket(AF_INET, SOCK_DGRAM, 0)\n  ep = epoll_create()\n  "
        + marked + "\n} }");
  }

  /** What a traffic says, to a datagram socket that is read. */
  static Marked traffic(String marked) {
    return elements("nic eth0 on host { queue 0 irq 24 -> cpu 0 }\nworkload w on host {\n"
        + "  thread t { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5000 recv s 64B }\n"
        + "  traffic eth0 -> port 5000 { " + marked + " }\n}");
  }

  /** Asserts that there is this one finding, at the marked place. */
  void shouldGive(String code, String message) {
    List<Issue> issues = ModelText.of(text).issues();
    assertEquals(List.of(code + ": " + message),
        issues.stream().map(issue -> issue.getCode() + ": " + issue.getMessage()).toList(), text);
    Issue issue = issues.get(0);
    assertEquals(text.substring(offset, offset + length),
        text.substring(issue.getOffset(), issue.getOffset() + issue.getLength()), "marked text");
    assertEquals(offset, issue.getOffset(), "offset");
  }

  /** Asserts that the marked word is not wanted, and that this alone is said about it. */
  void shouldBeUnexpected(String advice) {
    shouldGive("syntax", "unexpected '" + text.substring(offset, offset + length) + "'; " + advice);
  }

  /** Asserts that nothing is found. */
  void shouldGiveNothing() {
    assertEquals(List.of(), ModelText.of(text).issues(), text);
  }
}

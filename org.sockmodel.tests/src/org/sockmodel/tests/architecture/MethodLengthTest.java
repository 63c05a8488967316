package org.sockmodel.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockmodel.tests.checkout.Checkout;

class MethodLengthTest {

  private static final int METHOD_LIMIT = 50;
  private static final int HEAD_AND_BRACE = 2;

  private static List<MethodSpan> spans;

  @BeforeAll
  static void readClasses() {
    spans = Checkout.bundles().stream().flatMap(bundle -> MethodSpan.of(bundle).stream()).toList();
  }

  @Test
  void shouldFindMethods() {
    assertFalse(spans.isEmpty());
  }

  @Test
  void shouldKeepMethodsShort() {
    List<String> tooLong = spans.stream().filter(span -> span.lines() + HEAD_AND_BRACE > METHOD_LIMIT)
        .map(span -> Checkout.root().relativize(span.source()) + ":" + span.firstLine() + ": " + span.name() + " spans "
            + span.lines() + " lines")
        .toList();
    assertEquals("", String.join("\n", tooLong));
  }
}

package org.sockmodel.tests.dsl.ui.colouring;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.tests.checkout.Checkout;

/** Holds the colours to the contrast that WCAG 2 asks of text (level AA). */
class ColourContrastTest {

  private static final double READABLE = 4.5;
  private static final int WHITE = 0xFFFFFF;
  private static final int[] DARK_BACKGROUNDS = {0x2F2F2F, 0x1E1F22};

  @ParameterizedTest
  @EnumSource
  void shouldBeReadableOnALightBackground(TokenColour colour) throws IOException {
    Matcher value = find("plugin.xml", "\"" + Pattern.quote(colour.key()) + "\"[^>]*value=\"(\\d+),(\\d+),(\\d+)\"");
    int red = Integer.parseInt(value.group(1));
    int green = Integer.parseInt(value.group(2));
    int blue = Integer.parseInt(value.group(3));

    assertReadable(red << 16 | green << 8 | blue, WHITE);
  }

  @ParameterizedTest
  @EnumSource
  void shouldBeReadableOnADarkBackground(TokenColour colour) throws IOException {
    String selector = Pattern.quote("#" + colour.key().replace('.', '-'));
    Matcher value = find("css/dark.css", selector + "\\s*\\{\\s*color: #([0-9a-f]{6});");

    for (int background : DARK_BACKGROUNDS) {
      assertReadable(Integer.parseInt(value.group(1), 16), background);
    }
  }

  private static Matcher find(String file, String pattern) throws IOException {
    String text = Files.readString(Checkout.root().resolve("org.sockmodel.dsl.ui").resolve(file));
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), pattern + " is not in " + file);
    return matcher;
  }

  private static void assertReadable(int foreground, int background) {
    double contrast = Contrast.of(foreground, background);
    assertTrue(contrast >= READABLE, "#%06x on #%06x has contrast %.2f".formatted(foreground, background, contrast));
  }
}

package org.sockmodel.tests.ui.trace.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.dsl.ui.trace.export.TraceExports;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.dsl.ui.trace.theme.ThemePalette;
import org.sockmodel.runtime.history.picture.Picture;
import org.sockmodel.runtime.history.picture.Tone;
import org.sockmodel.tests.ui.workbench.TraceProject;
import org.sockmodel.tests.ui.workbench.Workbench;

/** The dark colours of traces, without the theme that takes them. */
class TraceThemeTest {

  private static final Pattern COLOUR =
      Pattern.compile("ColorDefinition#(org-sockmodel-dsl-ui-trace-[a-z-]+) \\{\\s*color: #([0-9a-f]{6});");

  @TempDir
  Path folder;

  private final ColorRegistry colours =
      PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
  private final Map<String, RGB> light = new HashMap<>();
  @AutoClose private final TraceProject project = TraceProject.inPerspective();

  @BeforeEach
  void openPerspective() throws Exception {
    Arrays.stream(Tone.values()).map(ThemePalette::key).forEach(key -> light.put(key, colours.getRGB(key)));
  }

  @AfterEach
  void closeProject() throws Exception {
    light.forEach(colours::put);
  }

  @Test
  void shouldHaveEveryColourInLightAndInDark() throws Exception {
    TreeSet<String> tones = Arrays.stream(Tone.values()).map(ThemePalette::key)
        .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(tones, new TreeSet<>(dark().keySet()));
    light.forEach((key, rgb) -> assertNotNull(rgb, key));
  }

  @Test
  void shouldDrawInOtherColoursAsSoonAsTheyAreSet() throws Exception {
    TraceSession session = TraceProject.open(project.simulated("two-readers"));
    session.goToMessage(40, this);
    assertEquals(new RGB(255, 255, 255), background("light.png"));

    dark().forEach(colours::put);

    assertEquals(new RGB(0x1e, 0x20, 0x24), background("dark.png"));
    Workbench.screenshot("trace-dark");
  }

  private static Map<String, RGB> dark() throws Exception {
    Map<String, RGB> dark = new HashMap<>();
    try (InputStream css = Platform.getBundle("org.sockmodel.dsl.ui").getEntry("css/dark.css").openStream()) {
      Matcher matcher = COLOUR.matcher(new String(css.readAllBytes(), StandardCharsets.UTF_8));
      while (matcher.find()) {
        int rgb = Integer.parseInt(matcher.group(2), 16);
        dark.put(matcher.group(1).replace("-sockmodel-dsl-ui-trace-", ".sockmodel.dsl.ui.trace."),
            new RGB(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff));
      }
    }
    return dark;
  }

  /** The colour of the timeline where nothing is. */
  private RGB background(String name) throws Exception {
    Path file = folder.resolve(name);
    TraceExports.picture(Workbench.page().getActiveEditor().getAdapter(Picture.class), Display.getCurrent(), file);
    ImageData image = new ImageData(file.toString());
    return image.palette.getRGB(image.getPixel(2, 2));
  }
}

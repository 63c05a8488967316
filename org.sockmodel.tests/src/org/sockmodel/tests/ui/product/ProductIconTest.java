package org.sockmodel.tests.ui.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class ProductIconTest {

  @Test
  void shouldHaveAWindowImageInEverySize() throws Exception {
    Bundle plugin = Platform.getBundle("org.sockmodel.dsl.ui");
    List<Integer> sizes = new ArrayList<>();
    for (String image : windowImages().split(",")) {
      ImageData data = new ImageData(plugin.getEntry(image).openStream());
      assertEquals(data.width, data.height, image);
      sizes.add(data.width);
    }

    assertEquals(List.of(16, 32, 48, 64, 128, 256), sizes);
  }

  private static String windowImages() {
    IConfigurationElement product = Platform.getExtensionRegistry().getExtension("org.sockmodel.dsl.ui.product")
        .getConfigurationElements()[0];
    for (IConfigurationElement property : product.getChildren("property")) {
      if (property.getAttribute("name").equals("windowImages")) {
        return property.getAttribute("value");
      }
    }
    return "";
  }
}

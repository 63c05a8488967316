package org.sockmodel.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.sockmodel.tests.checkout.Checkout;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class TargetPinsTest {

  @Test
  void shouldManageWhatTheTargetPins() throws Exception {
    Document target = parse(Checkout.root().resolve("releng/platform/sockmodel.target"));
    Document pom = parse(Checkout.root().resolve("pom.xml"));
    Element managed = (Element) pom.getElementsByTagName("dependencyManagement").item(0);

    SortedSet<String> pins = dependencies(target.getDocumentElement());

    assertFalse(pins.isEmpty());
    assertEquals(String.join("\n", pins), String.join("\n", dependencies(managed)));
  }

  private static SortedSet<String> dependencies(Element parent) {
    SortedSet<String> dependencies = new TreeSet<>();
    NodeList elements = parent.getElementsByTagName("dependency");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      dependencies.add(text(element, "groupId") + ":" + text(element, "artifactId") + ":" + text(element, "version"));
    }
    return dependencies;
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }

  private static Document parse(Path file) throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }
}

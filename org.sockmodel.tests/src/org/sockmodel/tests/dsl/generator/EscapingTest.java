package org.sockmodel.tests.dsl.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.compile.StandaloneLanguage;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.tests.dsl.ModelText;

/** Whatever a model is called, its Java compiles, and the names come out as they went in. */
class EscapingTest {

  @Test
  void shouldCompileNamesThatAreJavasWords() {
    ModelDeclaration model = compile("model interface  machine class { cpus 1 }  workload new on class {"
        + " thread while { s = socket(AF_INET, SOCK_DGRAM, 0)  bind s port 1  recv s 1B } }");
    assertEquals("interface", model.name());
    assertEquals("class", model.machines().get(0).name());
    assertEquals("while", model.workloads().get(0).threads().get(0).name());
  }

  @Test
  void shouldCompileANameOfTenThousandLetters() {
    String name = "m".repeat(10_000);
    assertEquals(name, compile("model x  machine " + name + " { cpus 1 }").machines().get(0).name());
  }

  /** A constant of a class holds 65 535 bytes. */
  @Test
  void shouldCompileTheLongestNameOfTheLongestLetters() {
    String name = "\u4e3b".repeat(20_000);
    assertEquals(name, compile("model x  machine " + name + " { cpus 1 }").machines().get(0).name());
  }

  @Test
  void shouldGenerateTheSameTextTwice() {
    String text = "model m  machine host { cpus 2 }";
    assertEquals(sources(text), sources(text));
  }

  private static List<String> sources(String text) {
    return new StandaloneLanguage().compiler().sources(ModelText.of(text).model()).values().stream()
        .map(CharSequence::toString)
        .toList();
  }

  private static ModelDeclaration compile(String text) {
    return new StandaloneLanguage().compiler().compile(ModelText.of(text).model());
  }
}

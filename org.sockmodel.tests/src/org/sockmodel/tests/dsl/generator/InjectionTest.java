package org.sockmodel.tests.dsl.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.runtime.model.Expectation;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.tests.dsl.ModelText;

/** Whatever texts a model holds, they come out of the compiled code as they went in: they are never code. */
class InjectionTest {

  @ParameterizedTest
  @ValueSource(strings = {
      "\"); System.exit(1); //",
      "\\\"); System.exit(1); //",
      "\\",
      "\\u0022); System.exit(1); //",
      "\\\\u0022",
      "\n); System.exit(1); /*",
      "\r\n\t\b\f\u0000\u0001\u007f",
      "\u2028\u2029\u0085\ufeff",
      "*/ class Evil { } /*",
      "\u00e4\u540d \ud83d\ude00",
      "%s %n ${x} {0}"})
  void shouldKeepTexts(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
    ModelDeclaration model = compile("model m machine h { } expect { \"" + escaped + "\" == 1 }", "m.sockmodel");
    assertEquals(new Expectation.Named(text), model.expectations().get(0).metric());
  }

  @Test
  void shouldKeepTextsOfTenThousandCharacters() {
    String text = "\u540d".repeat(9_998);
    ModelDeclaration model = compile("model m machine h { } expect { \"" + text + "\" == 1 }", "m.sockmodel");
    assertEquals(new Expectation.Named(text), model.expectations().get(0).metric());
  }

  @ParameterizedTest
  @ValueSource(strings = {"m\n\"); class Evil {.sockmodel", "** m \\u000a.sockmodel", "\u540d m.sockmodel"})
  void shouldKeepFileNames(String name) {
    assertEquals(name, compile("model m machine h { }", name).sourceFile());
  }

  @Test
  void shouldKeepNamesThatNeedShortening() {
    String name = "n".repeat(9_000);
    ModelDeclaration model = compile("model " + name + " machine " + name + " { } machine " + name + "2 { }"
        + " workload " + name + " on " + name + " { thread " + name + " { } }", "m.sockmodel");
    assertEquals(name, model.name());
    assertEquals(List.of(name, name + "2"), model.machines().stream().map(machine -> machine.name()).toList());
    assertEquals(name, model.workloads().get(0).threads().get(0).name());
  }

  @Test
  void shouldFitTheLargestThread() {
    String call = "recv s 1000000B flags MSG_PEEK | MSG_WAITALL ";
    ModelDeclaration model = compile("model m machine h { } workload w on h { thread t {"
        + " s = socket(AF_INET, SOCK_DGRAM, 0) " + call.repeat(999) + "} }", "m.sockmodel");
    assertEquals(1_000, model.workloads().get(0).threads().get(0).program().size());
  }

  private static ModelDeclaration compile(String text, String fileName) {
    ModelText model = ModelText.of(text, Path.of("/", fileName));
    assertEquals(List.of(), model.issues());
    return ModelText.instance(ModelCompiler.class).compile(model.model());
  }
}

package org.sockmodel.tests.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmodel.dsl.library.ShippedLibrary;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.tests.checkout.Checkout;

/** The examples, the library and the models of published measurements: nothing is wrong with them. */
class ShippedModelsTest {

  @ParameterizedTest
  @MethodSource("models")
  void shouldFindNothingWrong(Path model) throws IOException {
    ModelText text = ModelText.of(Files.readString(model), model);
    assertEquals(List.of(), text.issues());
  }

  @Test
  void shouldShipAProfileForEveryKernel() {
    for (String kernel : MachineDeclaration.KERNELS) {
      assertTrue(ShippedLibrary.families(kernel).isPresent(), "no library for " + kernel);
    }
  }

  @Test
  void shouldListEveryModelOfAPublishedMeasurement() throws IOException {
    List<String> withFigures = new ArrayList<>();
    for (Path model : modelsIn(Checkout.root().resolve("org.sockmodel.dsl/validation")).toList()) {
      if (Files.readString(model).contains("\nexpect ")) {
        withFigures.add(model.getFileName().toString().replace(".sockmodel", ""));
      }
    }
    assertEquals(withFigures, ShippedLibrary.validations().stream().sorted().toList());
  }

  @Test
  void shouldFindExamples() throws IOException {
    assertTrue(models().count() > 3);
  }

  static Stream<Path> models() throws IOException {
    Path dsl = Checkout.root().resolve("org.sockmodel.dsl");
    return Stream.of(dsl.resolve("examples"), dsl.resolve("library"), dsl.resolve("validation"))
        .flatMap(ShippedModelsTest::modelsIn);
  }

  private static Stream<Path> modelsIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".sockmodel")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.sockmodel.tests.dsl.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.tests.dsl.ModelText;

class ExpressionValidatorTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "let a = 1us [[+]] 2B | bad-operation | a size cannot be added to a time; change one of the two",
      "let a = 1us [[-]] 2 | bad-operation | a plain number cannot be subtracted from a time; change one of the two",
      "let a = 1us [[+]] 1us * 1us | bad-operation | something without a unit cannot be added to a time; change one of"
          + " the two",
      "let a = 1us [[/]] (2 - 2) | bad-operation | this divides by zero; change one of the two",
      "let a = [[a + 1]] | cyclic-let | 'a' is defined by itself; give it a value of its own",
      "let a = [[rest]] | unknown-name | unknown value 'rest'; declare it with: let rest = 10",
      "let rate = 5 let b = [[rat]] | unknown-name | unknown value 'rat'; did you mean 'rate'?",
      "let a = 5 let [[a]] = 6 | duplicate-name | there is already a let 'a'; choose another name",
      "let a = [[1s/rate]] | bad-quantity | unknown unit 's/rate'; to divide, write 1s / rate"})
  void shouldCheckExpressions(String marked, String code, String message) {
    Marked.elements(marked).shouldGive(code, message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "ring [[t]] | wrong-unit | 5us has a unit, but a plain number is wanted here; write 5",
      "ring [[n / 3]] | out-of-range | 3.333333333333333333333333333333333 is not a whole number of units; round it",
      "ring [[n * 1000000]] | out-of-range | 10000000 is out of range; use 1 to 1048576",
      "moderation { rx_usecs [[n]] } | missing-unit | 10 needs a unit; write ns, us, ms or s after it",
      "moderation { rx_usecs [[t * t]] } | wrong-unit | no unit measures what is calculated here; check what is"
          + " multiplied and divided",
      "moderation { rx_usecs [[1B / 10Gbit/s]] } | out-of-range | 1ns is not a whole number of us, in which the kernel"
          + " counts rx_usecs; round it"})
  void shouldCheckWhatIsCalculated(String marked, String code, String message) {
    Marked.nic(marked + " } let n = 10 let t = 5us machine other {").shouldGive(code, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"let a = 5us * 3 + 2ms", "let a = b / 2 let b = 10", "let a = -(1 + 2) * 3",
      "let a = 1500B / 10Gbit/s", "let a = 50% * 1000", "let a = 0.1ns/B * 64KiB + 5us", "let a = 3 / (1us * 2)"})
  void shouldAcceptWhatGoesTogether(String elements) {
    Marked.elements(elements).shouldGiveNothing();
  }

  @Test
  void shouldRefuseLetsThatNeedEachOther() {
    assertEquals(List.of("cyclic-let", "cyclic-let"),
        ModelText.of("let a = b let b = 1 + a let c = a").issues().stream().map(Issue::getCode).toList());
  }
}

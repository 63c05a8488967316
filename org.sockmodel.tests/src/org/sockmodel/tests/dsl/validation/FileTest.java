package org.sockmodel.tests.dsl.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as a whole: syntax, imports and names. */
class FileTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "machine h { cpus [[}]] | syntax | unexpected '}'; write a number with its unit, such as 5us here",
      "machine [[{]] } | syntax | unexpected '{'; write a name here",
      "machine h { [[=]] 2 } | syntax | unexpected '='; write '}' here",
      "machine h [[cpus]] 2 } | syntax | unexpected 'cpus'; write '{' here",
      "machine h { } [[machin]] i { } | syntax | unexpected 'machin'; take it away, or see the language"
          + " reference for what may stand here"})
  void shouldSayWhatIsWantedWhereTextDoesNotParse(String marked, String code, String message) {
    Marked.file(marked).shouldGive(code, message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "import [[linux.v6_18.inte]] | unknown-import | the shipped library has no 'linux.v6_18.inte'; its models"
          + " are named"
          + " like linux.v6_18.inet",
      "import [[\"nothing.sockmodel\"]] | unknown-import | cannot read 'nothing.sockmodel'; import a model file that"
          + " exists, relative to this one",
      "import [[\"notes.txt\"]] | unknown-import | 'notes.txt' is no model file; name a file that ends in .sockmodel"})
  void shouldCheckImports(String marked, String code, String message) {
    Marked.file(marked).shouldGive(code, message);
  }

  @Test
  void shouldSayWhichTextHasNoEnd() {
    Marked.file("import [[\"a.sockmodel]]").shouldGive("syntax",
        "a text ends on the line where it begins; write \" at its end");
  }

  @Test
  void shouldImportFromTheLibrary() {
    Marked.file("import linux.v6_18.inet machine h { }").shouldGiveNothing();
  }

  @Test
  void shouldAskForTheNameOfWhatExpectsSomething() {
    Marked.file("[[machine h { }]] expect { messages == 1 }").shouldGive("missing",
        "a model that expects something of its run needs a name; write 'model NAME' before its elements");
  }

  @Test
  void shouldLeavePartsOfAModelWithoutAName() {
    Marked.file("workload w on h { } machine h { }").shouldGiveNothing();
  }

  @Test
  void shouldReportElementsOfOneName() {
    Marked.file("machine h { } machine [[h]] { }").shouldGive("duplicate-name",
        "there is already a machine 'h'; choose another name");
  }

  @Test
  void shouldReportWordsThatAreTooLong() {
    Marked.file("machine [[" + "m".repeat(20_001) + "]] { }").shouldGive("too-large",
        "this word has 20001 characters; use up to 20000");
  }

  @Test
  void shouldShowWhichControlCharacterStandsInTheText() {
    Marked.file("machine h { } [[\0]]").shouldGive("syntax",
        "unexpected 'U+0000'; take it away, or see the language reference for what may stand here");
  }

  @Test
  void shouldReportThreadsThatAreTooLong() {
    Marked.elements("workload w on host { thread [[t]] { " + "compute 1us ".repeat(1_001) + "} }").shouldGive(
        "too-large", "a thread may have 1000 statements, this one has 1001; let it loop");
  }

  @Test
  void shouldReportMoreExpectationsThanFit() {
    Marked.elements("expect { " + "messages > 0 ".repeat(1_000) + "[[messages > 0]] }").shouldGive(
        "too-large", "there may be 1000 expectations, here are 1001; take some away");
  }

  @Test
  void shouldReportNestingThatIsTooDeep() {
    Marked.elements("workload w on host { thread t { " + "loop 2 { ".repeat(50) + "[[compute 1us]]" + " }".repeat(50)
        + " } }").shouldGive("too-large", "loops and conditions may be nested 50 deep; take them apart");
  }
}

package org.sockmodel.tests.dsl.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyValidatorTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "create inet_create create [[unix_create]] | said-twice | create is said twice; delete one",
      "create inet_create builtin [[absent]] | said-twice | where the family's code is is said twice; delete one",
      "create inet_create protosw [[SOCK_STRAEM]] 0 { } | unknown-symbol | unknown socket type 'SOCK_STRAEM';"
          + " did you mean 'SOCK_STREAM'?",
      "create inet_create protosw SOCK_STREAM [[IPPROTO_TPC]] { } | unknown-symbol | unknown protocol"
          + " 'IPPROTO_TPC'; did you mean 'IPPROTO_TCP'?",
      "create inet_create protosw SOCK_RAW 0 { flags [[REUSED]] } | unknown-symbol | unknown protosw flag"
          + " 'REUSED'; did you mean 'REUSE'?",
      "create inet_create protosw SOCK_DGRAM 17 { } protosw [[SOCK_DGRAM]] IPPROTO_UDP { } | duplicate-protosw"
          + " | type SOCK_DGRAM with protocol IPPROTO_UDP is offered twice; delete one"})
  void shouldCheckFamily(String marked, String code, String message) {
    Marked.file("family AF_INET = 2 { " + marked + " }").shouldGive(code, message);
  }

  @Test
  void shouldAskForACreateFunction() {
    Marked.file("family [[AF_INET]] = 2 { }").shouldGive("missing",
        "AF_INET has no create function; add for example: create inet_create");
  }

  @Test
  void shouldKnowTheCreateFunctions() {
    Marked.file("family A = 2 { create [[inet_creat]] }").shouldGive("unknown-symbol",
        "unknown create function 'inet_creat'; did you mean 'inet_create'?");
  }

  @Test
  void shouldCheckTheRangeOfTypes() {
    Marked.file("family A = 2 { create inet_create protosw [[11]] 0 { } }").shouldGive("out-of-range",
        "type 11 is out of range; use 1 to 10");
  }

  @Test
  void shouldNotAskAbsentFamiliesForACreateFunction() {
    Marked.file("family AF_INET = 2 { absent }").shouldGiveNothing();
  }

  @Test
  void shouldReportEntriesThatNothingFinds() {
    Marked.file("family A = 2 { create inet_create protosw SOCK_RAW 5 { flags PERMANENT } protosw SOCK_RAW 0 {"
        + " flags PERMANENT }"
        + " protosw SOCK_RAW [[6]] { } }").shouldGive("unreachable-protosw", "no socket() finds this: every protocol"
        + " finds the entry of protocol 0 before it; put it above that one");
  }

  /** Protocol 0 finds the second, and without PERMANENT the last one registered stands first. */
  @ParameterizedTest
  @ValueSource(strings = {"protosw SOCK_RAW 0 { flags PERMANENT } protosw SOCK_RAW 6 { }",
      "protosw SOCK_RAW 5 { } protosw SOCK_RAW 0 { } protosw SOCK_RAW 6 { }",
      "protosw SOCK_RAW 5 { flags PERMANENT } protosw SOCK_RAW 6 { flags PERMANENT } protosw SOCK_RAW 0 { }",
      "protosw SOCK_RAW 5 { flags PERMANENT } protosw SOCK_RAW 0 { flags PERMANENT } protosw SOCK_DGRAM 6 { }"})
  void shouldAcceptEntriesThatSomethingFinds(String protosws) {
    Marked.file("family A = 2 { create inet_create " + protosws + " }").shouldGiveNothing();
  }

  @Test
  void shouldReportNumbersUsedTwice() {
    Marked.file("family AF_A = 2 { create inet_create } family AF_B = [[2]] { create inet_create"
        + " }").shouldGive("duplicate-family-number",
        "number 2 belongs to AF_A; give AF_B another one");
  }

  @Test
  void shouldReportNumbersThatAnImportedFamilyHas() {
    Marked.file("import linux.v6_18.inet family AF_MINE = [[2]] { create inet_create }").shouldGive(
        "duplicate-family-number", "number 2 belongs to AF_INET; give AF_MINE another one");
  }

  @Test
  void shouldReportImportsThatDoNotGoTogether() {
    Marked.file("import linux.v6_18.inet [[import linux.v3_10.inet]]").shouldGive("duplicate-family-number",
        "brings another family with the number of AF_INET, which is imported above; import one of the two");
  }

  @Test
  void shouldAcceptFamiliesThatAreImportedTwice() {
    Marked.file("import linux.v6_18.inet import linux.v6_18.profile").shouldGiveNothing();
  }

  @Test
  void shouldReportNumbersBeyondTheLast() {
    Marked.file("family AF_A = [[46]] { create inet_create }").shouldGive("out-of-range", "46 is out of range;"
        + " use 0 to 45");
  }

  @Test
  void shouldReportNamesUsedTwice() {
    Marked.file("family AF_A = 2 { create inet_create } family [[AF_A]] = 3 { create inet_create"
        + " }").shouldGive("duplicate-name",
        "there is already a family 'AF_A'; choose another name");
  }
}

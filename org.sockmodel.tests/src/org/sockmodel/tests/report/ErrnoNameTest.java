package org.sockmodel.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.report.ErrnoName;

class ErrnoNameTest {

  @Test
  void shouldNameWhatProgramsKnow() {
    assertEquals("EAGAIN", ErrnoName.name(11));
    assertEquals("ENETUNREACH", ErrnoName.name(101));
  }

  @Test
  void shouldNameWhatProgramsNeverSee() {
    assertEquals("ERESTARTSYS", ErrnoName.name(512));
  }

  @Test
  void shouldTellTheNumberOfWhatHasNoName() {
    assertEquals("errno 515", ErrnoName.name(515));
  }
}

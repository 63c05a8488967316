package org.sockmodel.tests.trace;

/** What tracefs tells of events in the files that tests make. */
public final class Formats {

  /** Event 7: a number of 32 bits behind what all events have. */
  public static final String SOFTIRQ_EXIT = """
      name: softirq_exit
      ID: 7
      format:
      \tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;
      \tfield:unsigned char common_flags;\toffset:2;\tsize:1;\tsigned:0;
      \tfield:unsigned char common_preempt_count;\toffset:3;\tsize:1;\tsigned:0;
      \tfield:int common_pid;\toffset:4;\tsize:4;\tsigned:1;

      \tfield:unsigned int vec;\toffset:8;\tsize:4;\tsigned:0;

      print fmt: "vec=%u", REC->vec
      """;

  private Formats() {
  }
}

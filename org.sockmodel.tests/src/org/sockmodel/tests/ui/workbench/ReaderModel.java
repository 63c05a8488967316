package org.sockmodel.tests.ui.workbench;

/** The model that most tests of the editor open: one machine, one card, one reader. */
public final class ReaderModel {

  public static final String TEXT = """
      // How long does a message wait
      // for its reader?
      model reader

      // The computer.
      machine host {
        cpus 2
      }

      nic eth0 on host {
        link 10Gbit/s
        queue 0 irq 24 -> cpu 0
      }

      workload one_reader on host {
        thread reader on cpu 1 {
          s = socket(AF_INET, SOCK_DGRAM, 0)
          bind s port 5000
          loop {
            recv s 2048B
          }
        }
        traffic eth0 -> port 5000 {
          count 100
          payload 512B
          gap 100us
        }
      }
      """;

  private ReaderModel() {
  }
}

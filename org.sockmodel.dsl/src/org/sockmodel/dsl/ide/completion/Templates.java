package org.sockmodel.dsl.ide.completion;

import java.util.Map;
import java.util.Optional;

/** Texts of whole elements by the keyword that they begin with, with places to fill in. */
public final class Templates {

  private static final Map<String, String> BY_KEYWORD = Map.of(
      "machine", """
          machine ${1:host} {
            cpus ${2:2}
            kernel ${3:linux.v6_18}
          }
          """,
      "nic", """
          nic ${1:eth0} on ${2:host} {
            link ${3:10Gbit/s}
            ring ${4:256}
            queue 0 irq ${5:24} -> cpu ${6:0}
          }
          """,
      "workload", """
          workload ${1:one_reader} on ${2:host} {
            thread ${3:reader} on cpu ${4:0} {
              ${5:s} = socket(AF_INET, SOCK_DGRAM, 0)
              bind ${5:s} port ${6:5000}
              loop {
                recv ${5:s} ${7:2048B}
              }
            }
            traffic ${8:eth0} -> port ${6:5000} {
              start 1ms
              count ${9:1000}
              payload ${10:512B}
              gap ${11:exponential(100us)}
            }
          }
          """,
      "thread", """
          thread ${1:reader} on cpu ${2:0} {
            ${3:s} = socket(AF_INET, SOCK_DGRAM, 0)
            bind ${3:s} port ${4:5000}
            loop {
              recv ${3:s} ${5:2048B}
            }
          }
          """,
      "traffic", """
          traffic ${1:eth0} -> port ${2:5000} {
            start 1ms
            count ${3:1000}
            payload ${4:512B}
            gap ${5:100us}
          }
          """,
      "moderation", """
          moderation {
            rx_usecs ${1:50us}
            rx_frames ${2:64}
          }
          """,
      "veth", "veth ${1:near} on ${2:host} <-> ${3:far} on ${4:client}\n",
      "expect", """
          expect {
            messages == ${1:1000}
            interrupts per message <= ${2:1}
          }
          """,
      "loop", """
          loop ${1:10} {
            $0
          }
          """);

  private Templates() {
  }

  /** All templates by the keyword that they begin with. */
  public static Map<String, String> all() {
    return BY_KEYWORD;
  }

  /** What a list shows for the template of an element that begins with {@code keyword}. */
  public static String label(String keyword) {
    return keyword + " { ... }";
  }

  /** What the template is, in words. */
  public static String description(String keyword) {
    return "a whole " + keyword;
  }

  /** The template of an element that begins with {@code keyword}. */
  static Optional<String> of(String keyword) {
    return Optional.ofNullable(BY_KEYWORD.get(keyword)).map(String::strip);
  }
}

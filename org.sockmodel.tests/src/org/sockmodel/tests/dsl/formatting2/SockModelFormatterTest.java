package org.sockmodel.tests.dsl.formatting2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmodel.tests.dsl.ModelText;

class SockModelFormatterTest {

  @Test
  void shouldIndentAndSeparate() {
    assertEquals("""
        model m
        machine host {
          cpus 2
          costs {
            copy 1ns/B
          }
        }
        workload w on host {
          thread t on cpu 1 {
            s = socket(AF_INET, SOCK_DGRAM, 0)
            loop {
              recv s 64B
              if errno EAGAIN {
                sleep 1ms
              }
            }
          }
        }
        """.strip(), format("""
        model m machine host{cpus 2 costs{
        copy 1ns/B}}
        workload   w on host{thread t
          on cpu 1{s=socket( AF_INET ,SOCK_DGRAM,0 )loop{recv s 64B if errno EAGAIN{
        sleep 1ms}}}}
        """).strip());
  }

  @Test
  void shouldLeaveABlockOnItsLine() {
    assertEquals("""
        model m
        family AF_BRIDGE = 7 { absent }
        workload w on host {
          traffic eth0 -> port 1 { start 1ms gap 1ms }
          thread t on cpu 1 {
            if errno EAGAIN { sleep 1ms }
          }
        }
        """, format("""
        model m family AF_BRIDGE=7{absent} workload w on host{traffic eth0->port 1{start 1ms   gap 1ms}
        thread t on cpu 1{if errno EAGAIN{sleep 1ms}}}
        """));
  }

  @Test
  void shouldPutOneExpectationOnALine() {
    String text = """
        model m
        expect "A paper" {
          packets per poll == 59.9 within 10%
          latency total mean < that of "m.sockmodel"
        }
        """;
    assertEquals(text, format("""
        model m expect "A paper"{
        packets per poll==59.9 within 10% latency total mean<that of "m.sockmodel"}
        """));
  }

  @Test
  void shouldSeparateOperatorsAndNotParentheses() {
    assertEquals("""
        model m
        let n = 2 * (3 + -1)
        machine h {
          cpus (n)
        }
        nic e on h {
          napi weight n / 2
          rps_cpus n - 1, 0
          queue 0 irq n * 12 -> cpu n - 1 {
            rps_cpus n
            rps_flow_cnt 8
          }
        }
        workload w on h {
          thread t on cpu n - 1 nice -n {
            loop n {
              sleep n * 1us
            }
          }
        }
        """, format("""
        model m let n=2*( 3+ - 1 )machine h{
        cpus( n )}nic e on h{napi weight n/2 rps_cpus n-1,0
        queue 0 irq n*12->cpu n-1{
        rps_cpus n rps_flow_cnt 8}}
        workload w on h{thread t on cpu n-1 nice - n{loop n{
        sleep n*1us}}}
        """));
  }

  @Test
  void shouldPutOneAxisOfASweepOnALine() {
    String text = """
        model m
        let n = 1
        sweep {
          n in 1, 2 * 3
          h.kernel in linux.v3_10, linux.v6_18
          w.traffic.gap in 5us, exponential(5us)
          seeds 1..20, 40
        }
        """;
    assertEquals(text, format("""
        model m let n=1 sweep{
        n in 1,2*3 h.kernel in linux.v3_10 ,linux.v6_18
        w.traffic.gap in 5us,exponential( 5us )seeds 1..20,40}
        """));
  }

  @Test
  void shouldKeepCommentsAndEmptyLines() {
    String text = """
        // first

        // second

        model m

        machine host {

          cpus 2 // two
          kernel linux.v6_1

          // costs

          // of a byte
          costs {
            copy 1ns/B

            // nothing else
          }
        }
        """;
    assertEquals(text, format(text));
    assertEquals(text, format(text.replace("\n\n", "\n\n\n\n").replace("else\n", "else\n\n")));
  }

  @Test
  void shouldKeepTheColumnOfComments() {
    assertEquals("""
        model m
        machine host {
          cpus 2             // two
          kernel linux.v6_1  // one
        }
        """, format("""
        model m
        machine host {
            cpus 2             // two
            kernel linux.v6_1  // one

        }
        """));
  }

  @ParameterizedTest
  @MethodSource("org.sockmodel.tests.dsl.ShippedModelsTest#models")
  void shouldLeaveShippedModelsAsTheyAre(Path model) throws IOException {
    assertEquals(Files.readString(model), format(Files.readString(model)));
  }

  private static String format(String text) {
    FormatterRequest request = new FormatterRequest();
    request.setTextRegionAccess(ModelText.instance(TextRegionAccessBuilder.class)
        .forNodeModel(ModelText.of(text).resource()).create());
    return request.getTextRegionAccess().getRewriter()
        .renderToString(ModelText.instance(IFormatter2.class).format(request));
  }
}

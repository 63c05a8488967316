package org.sockmodel.tests.dsl.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.dsl.generator.SockModelGenerator;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.tests.dsl.ModelText;

/** A model that no class file holds is spread over several. */
class LargeModelTest {

  private static final int THREADS = 20_000;
  private static final int QUEUES = 1_000;

  @Test
  void shouldDeclareEverythingInItsOrder() {
    ModelText model = ModelText.of(text(THREADS));
    assertEquals(List.of(), model.issues());
    ModelDeclaration declared = ModelText.instance(ModelCompiler.class).compile(model.model());
    WorkloadDeclaration workload = declared.workloads().get(0);
    assertEquals(QUEUES, declared.nics().get(0).queues().size());
    List<String> threads = workload.threads().stream().map(ThreadDeclaration::name).toList();
    assertEquals(THREADS, threads.size());
    List<String> traffics = workload.traffics().stream().map(TrafficDeclaration::name).toList();
    for (int i = 0; i < THREADS; i++) {
      assertEquals("t" + i, threads.get(i));
      assertEquals("m" + i, traffics.get(i));
    }
    assertEquals(4, workload.threads().get(THREADS - 1).program().size());
  }

  @Test
  void shouldKeepASmallWorkloadInOneClass() {
    Map<String, CharSequence> sources =
        ModelText.instance(SockModelGenerator.class).sources(ModelText.of(text(100)).model());
    assertEquals(List.of("sockmodel/large/LargeModel.java", "sockmodel/large/FloodWorkload.java"),
        List.copyOf(sources.keySet()));
    Map<String, CharSequence> larger =
        ModelText.instance(SockModelGenerator.class).sources(ModelText.of(text(1_000)).model());
    assertTrue(larger.containsKey("sockmodel/large/FloodWorkload1.java"), larger.keySet().toString());
  }

  private static String text(int threads) {
    StringBuilder text = new StringBuilder("model large\nmachine host { cpus 64 }\nnic eth0 on host {\n");
    for (int i = 0; i < QUEUES; i++) {
      text.append("  queue %d irq %d -> cpu %d\n".formatted(i, 1_000 + i, i % 64));
    }
    text.append("}\nworkload flood on host {\n");
    for (int i = 0; i < threads; i++) {
      text.append("  thread t%d { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port %d loop { recv s 64B } close s }\n"
          .formatted(i, i + 1));
    }
    for (int i = 0; i < threads; i++) {
      text.append("  traffic m%d: eth0 -> port %d { count 1 payload 64B }\n".formatted(i, i + 1));
    }
    return text.append("}\n").toString();
  }
}

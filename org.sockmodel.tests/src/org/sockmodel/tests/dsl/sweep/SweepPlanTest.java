package org.sockmodel.tests.dsl.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.expression.Expressions;
import org.sockmodel.dsl.parameter.ParameterException;
import org.sockmodel.dsl.parameter.Parameters;
import org.sockmodel.dsl.sockModel.Let;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sweep.SweepAxis;
import org.sockmodel.dsl.sweep.SweepOutcome;
import org.sockmodel.dsl.sweep.SweepPlan;
import org.sockmodel.dsl.sweep.SweepPoint;
import org.sockmodel.dsl.sweep.SweepResult;
import org.sockmodel.dsl.sweep.SweepRow;
import org.sockmodel.dsl.sweep.SweepTable;
import org.sockmodel.tests.dsl.ModelText;

class SweepPlanTest {

  @Test
  void shouldCombineTheValuesOfAllAxesTheFirstOutermost() {
    SweepPlan plan = plan("rate in 1kpps, 2 * rate  w.traffic.gap in 5us, uniform(1us, 2us)  seeds 7, 1..2");
    assertEquals(12, plan.size());
    List<SweepPoint> points = plan.combinations().stream().flatMap(values -> plan.points(values).stream()).toList();
    assertEquals("[rate=1kpps, w.traffic.gap=5us] 7", text(points.get(0)));
    assertEquals("[rate=1kpps, w.traffic.gap=5us] 2", text(points.get(2)));
    assertEquals("[rate=1kpps, w.traffic.gap=uniform(1us, 2us)] 7", text(points.get(3)));
    assertEquals("[rate=2 * rate, w.traffic.gap=uniform(1us, 2us)] 2", text(points.get(11)));
  }

  @Test
  void shouldTellNumbersInOneUnitAndOtherValuesAsTheyAreWritten() {
    SweepPlan plan = plan("rate in 1kpps, 2 * rate  w.traffic.gap in 5us, uniform(1us, 2us)");
    SweepPoint last = plan.points(plan.combinations().get(3)).get(0);
    SweepRow row = new SweepRow(last, new SweepResult(Map.of("figure", OptionalDouble.of(0.5)), List.of()));
    assertEquals("rate [pps],w.traffic.gap,seed,as_expected,figure\n6000,\"uniform(1us, 2us)\",1,true,0.5\n",
        new SweepTable(new SweepOutcome(plan.axes(), List.of(row))).csv());
  }

  @Test
  void shouldTakeTheGivenSeedIfTheSweepNamesNone() {
    SweepPlan plan = plan("rate in 1kpps");
    assertEquals(1, plan.points(plan.combinations().get(0)).get(0).seed());
    assertEquals(List.of("rate"), plan.axes().stream().map(SweepAxis::path).toList());
  }

  /** A value that is calculated from what the sweep varies does not depend on what was run before it. */
  @Test
  void shouldCalculateValuesFromTheModelAsItIsWritten() throws ParameterException {
    Model model = ModelText.of("model m let rate = 3kpps sweep { rate in 1kpps, 2 * rate }").model();
    SweepPlan plan = SweepPlan.of(model, 1).orElseThrow();
    for (List<SweepAxis.Value> values : plan.combinations()) {
      new Parameters(model).assign(values.get(0).assignment());
    }
    assertEquals("6kpps", Expressions.quantity(((Let) model.getElements().get(0)).getValue()).orElseThrow().toString());
  }

  @Test
  void shouldHaveNoPlanOfAModelWithoutASweep() {
    assertEquals(Optional.empty(), SweepPlan.of(ModelText.of("model m").model(), 1));
  }

  private static SweepPlan plan(String sweep) {
    return SweepPlan.of(ModelText.of("model m let rate = 3kpps sweep { " + sweep + " }").model(), 1).orElseThrow();
  }

  private static String text(SweepPoint point) {
    return point.assignments() + " " + point.seed();
  }
}

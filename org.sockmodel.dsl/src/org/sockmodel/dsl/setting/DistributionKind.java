package org.sockmodel.dsl.setting;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sockmodel.dsl.conversion.Dimension;
import org.sockmodel.dsl.sockModel.Distribution;

/** The distributions of the language and their parameters. A time alone is a constant. */
public enum DistributionKind {
  CONSTANT("constant(100us)", Dimension.TIME),
  EXPONENTIAL("exponential(MEAN)", Dimension.TIME),
  UNIFORM("uniform(LEAST, MOST)", Dimension.TIME, Dimension.TIME),
  NORMAL("normal(MEAN, DEVIATION)", Dimension.TIME, Dimension.TIME),
  PARETO("pareto(LEAST, SHAPE)", Dimension.TIME, Dimension.NUMBER),
  BURST("burst(COUNT, WITHIN, PAUSE)", Dimension.NUMBER, Dimension.TIME, Dimension.TIME),
  SEQUENCE("sequence(FIRST, SECOND, and so on)", Dimension.TIME) {
    @Override
    public List<Dimension> parameters(int arguments) {
      return Collections.nCopies(Math.max(1, arguments), Dimension.TIME);
    }
  },
  EMPIRICAL("empirical(\"gaps.csv\")"),
  REPLAY("replay(\"traffic.pcap\")");

  private final String form;
  private final List<Dimension> parameters;

  DistributionKind(String form, Dimension... parameters) {
    this.form = form;
    this.parameters = List.of(parameters);
  }

  /** How it is written, for messages. */
  public String form() {
    return form;
  }

  /** What each of so many arguments is; of another length if there cannot be so many. */
  public List<Dimension> parameters(int arguments) {
    return parameters;
  }

  /** Whether its times come from a file, which is its only parameter. */
  public boolean isOfFile() {
    return parameters.isEmpty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Every word for a distribution. */
  public static List<String> words() {
    return Arrays.stream(values()).map(DistributionKind::word).toList();
  }

  /** The kind that a model means; empty if there is none of that word. */
  public static Optional<DistributionKind> of(Distribution distribution) {
    if (distribution.getKind() == null) {
      return Optional.of(CONSTANT);
    }
    return Arrays.stream(values()).filter(kind -> kind.word().equals(distribution.getKind())).findFirst();
  }
}

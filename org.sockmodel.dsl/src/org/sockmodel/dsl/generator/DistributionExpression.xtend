package org.sockmodel.dsl.generator

import org.sockmodel.dsl.conversion.Dimension
import org.sockmodel.dsl.expression.Expressions
import org.sockmodel.dsl.setting.DistributionKind
import org.sockmodel.dsl.sockModel.Distribution

/** How a time is spread. */
class DistributionExpression {

  val DistributionKind kind
  val Iterable<String> arguments

  new(Distribution distribution, GeneratedNames names) {
    kind = DistributionKind.of(distribution).get
    val parameters = kind.parameters(distribution.arguments.size)
    arguments = if (kind.ofFile) #[JavaText.literal(names.timesFile(distribution))] else parameters.indexed.map[
      val argument = distribution.arguments.get(key)
      kind === DistributionKind.PARETO && value === Dimension.NUMBER ? Expressions.toDouble(argument).toString
        : JavaText.literal(Expressions.toLong(argument))
    ]
  }

  def String text() {
    '''new Distribution.«kind.word.toFirstUpper»(«arguments.join(", ")»)'''
  }

  /** The time alone if it is always the same; null if it is not. */
  def String constant() {
    kind === DistributionKind.CONSTANT ? arguments.head : null
  }
}

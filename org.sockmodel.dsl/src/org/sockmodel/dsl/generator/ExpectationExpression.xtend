package org.sockmodel.dsl.generator

import java.util.Map
import org.sockmodel.dsl.conversion.Dimension
import org.sockmodel.dsl.conversion.Quantity
import org.sockmodel.dsl.sockModel.ErrnoMetric
import org.sockmodel.dsl.sockModel.Expectation
import org.sockmodel.dsl.sockModel.NamedMetric

/** One line of an expect block. */
class ExpectationExpression {

  val Expectation expectation
  val Map<String, Integer> families

  new(Expectation expectation, Map<String, Integer> families) {
    this.expectation = expectation
    this.families = families
  }

  def String text() {
    '''new Expectation(«metric(expectation.metric)», Comparison.«expectation.comparison.getName», «value», «
    »Expectation.Unit.«unit», «SourceLines.of(expectation)»)'''
  }

  private def dispatch metric(NamedMetric it) {
    '''new Expectation.Named(«JavaText.literal(path ?: words.join(" "))»)'''
  }

  private def dispatch metric(ErrnoMetric it) {
    '''new Expectation.SocketErrno(«SocketArguments.of(call, families)»)'''
  }

  private def value() {
    if (expectation.symbol !== null) {
      "Errno." + expectation.symbol
    } else {
      Quantity.parse(expectation.value).toDouble.toString
    }
  }

  private def unit() {
    if (expectation.metric instanceof ErrnoMetric) {
      "ERRNO"
    } else if (Quantity.parse(expectation.value).dimension === Dimension.TIME) {
      "NS"
    } else {
      "COUNT"
    }
  }
}

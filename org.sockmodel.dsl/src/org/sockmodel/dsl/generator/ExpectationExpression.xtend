package org.sockmodel.dsl.generator

import java.util.Map
import org.sockmodel.dsl.conversion.Dimension
import org.sockmodel.dsl.expectation.MetricName
import org.sockmodel.dsl.expression.Expressions
import org.sockmodel.dsl.sockModel.ErrnoMetric
import org.sockmodel.dsl.sockModel.Expect
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
    '''new Expectation(«metric(expectation.metric)», Comparison.«expectation.comparison.getName», «bound», «
    »Expectation.Unit.«unit», «SourceLines.of(expectation)»)«tolerance»«readers»«source»'''
  }

  private def dispatch metric(NamedMetric it) {
    '''new Expectation.Named(«JavaText.literal(path ?: words.join(" "))»)'''
  }

  private def dispatch metric(ErrnoMetric it) {
    '''new Expectation.SocketErrno(«SocketArguments.of(call, families)»)'''
  }

  private def readers() {
    val readers = expectation.readers
    if (readers === null) {
      ""
    } else if (readers.thread !== null) {
      '''.ofThread(«JavaText.literal(readers.thread.name)»)'''
    } else {
      '''.ofPort(«Expressions.toLong(readers.port)»)'''
    }
  }

  private def tolerance() {
    val percent = expectation.tolerance
    percent === null ? "" : '''.within(«Expressions.toDouble(percent)»)'''
  }

  private def source() {
    val source = (expectation.eContainer as Expect).source
    source === null ? "" : '''.from(«JavaText.literal(source)»)'''
  }

  private def bound() {
    if (expectation.model !== null) {
      JavaText.literal(expectation.model)
    } else if (expectation.symbol !== null) {
      expectation.symbol == "0" ? "0.0" : "Errno." + expectation.symbol
    } else {
      Expressions.toDouble(expectation.value).toString
    }
  }

  private def unit() {
    if (expectation.metric instanceof ErrnoMetric) {
      "ERRNO"
    } else {
      dimension === Dimension.TIME ? "NS" : "COUNT"
    }
  }

  private def dimension() {
    if (expectation.value !== null) {
      Expressions.quantity(expectation.value).get.dimension
    } else {
      MetricName.dimension((expectation.metric as NamedMetric).words.join(" ")).orElse(Dimension.NUMBER)
    }
  }
}

package org.sockmodel.dsl.generator

import org.sockmodel.dsl.expression.Expressions
import org.sockmodel.dsl.sockModel.Family
import org.sockmodel.dsl.sockModel.Protosw

/** The declaration of an address family. */
class FamilyExpression {

  val Family family

  new(Family family) {
    this.family = family
  }

  def String text() {
    val start = '''new FamilyDeclaration(«JavaText.literal(family.name)», «Expressions.toLong(family.number)», «
    »«SourceLines.of(family)»)'''
    start + create + state + family.protosws.join("")["\n    .protosw(" + protosw(it) + ")"]
  }

  private def create() {
    family.creates.join("")['''.create(«JavaText.literal(it)»)''']
  }

  private def state() {
    val state = family.states.head
    if (state === null || state.builtin) {
      ""
    } else if (state.absent) {
      ".absent()"
    } else {
      '''.module(«JavaText.literal(state.module)»)'''
    }
  }

  private def protosw(Protosw it) {
    val calls = prots.map["prot" -> it] + ops.map["ops" -> it] + flags.map["flag" -> it]
      + capabilities.map["capability" -> it] + modules.map["module" -> it]
    val start = '''new Protosw(«JavaConstants.TYPES.expression(type)», «JavaConstants.protocol(protocol)», «
    »«SourceLines.of(it)»)'''
    start + calls.join("")['''.«key»(«JavaText.literal(value)»)''']
  }
}

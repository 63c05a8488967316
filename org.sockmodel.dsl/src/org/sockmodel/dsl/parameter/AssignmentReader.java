package org.sockmodel.dsl.parameter;

import com.google.inject.Inject;
import java.io.StringReader;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.sockmodel.dsl.services.SockModelGrammarAccess;
import org.sockmodel.dsl.sockModel.ParameterValue;

/** Reads {@code NAME=VALUE}; a value is what a sweep may list, except that it cannot refer to a {@code let}. */
public final class AssignmentReader {

  private final IParser parser;
  private final SockModelGrammarAccess grammar;

  @Inject
  AssignmentReader(IParser parser, SockModelGrammarAccess grammar) {
    this.parser = parser;
    this.grammar = grammar;
  }

  public Assignment read(String text) throws ParameterException {
    int equals = text.indexOf('=');
    if (equals <= 0) {
      throw new ParameterException("has no value; write for example: rate=10kpps");
    }
    String value = text.substring(equals + 1).strip();
    IParseResult result = parser.parse(grammar.getParameterValueRule(), new StringReader(value));
    for (INode error : result.getSyntaxErrors()) {
      throw new ParameterException(error.getSyntaxErrorMessage().getMessage());
    }
    return new Assignment(text.substring(0, equals).strip(), value, (ParameterValue) result.getRootASTElement());
  }
}

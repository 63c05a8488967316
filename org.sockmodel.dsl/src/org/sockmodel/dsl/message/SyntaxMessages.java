package org.sockmodel.dsl.message;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.runtime.EarlyExitException;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.MissingTokenException;
import org.antlr.runtime.NoViableAltException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.UnwantedTokenException;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.sockmodel.dsl.validation.IssueCodes;

/** The messages for text that does not parse: what was found, what is wanted there. */
public final class SyntaxMessages extends SyntaxErrorMessageProvider {

  private static final int LONGEST_QUOTE = 40;

  private static final String QUANTITY = "a number with its unit, such as 5us";

  private static final String A_NAME = "a name";

  private static final Map<String, String> KINDS = Map.of(
      "RULE_ID", A_NAME,
      "RULE_QUANTITY", QUANTITY,
      "RULE_STRING", "a text in double quotes");

  /** What stands where the parser chooses between the forms of a rule. */
  private static final Map<String, String> RULES = Map.of(
      "Expression", QUANTITY,
      "Product", QUANTITY,
      "Factor", QUANTITY,
      "Distribution", "a time, such as 5us, or how it is spread",
      "Comparison", "==, !=, <, <=, > or >=",
      "Bind", "port and its number, or path and a name in quotes,",
      "Name", A_NAME);

  /** Signs that a terminal would not show. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  @Override
  public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
    RecognitionException exception = context.getRecognitionException();
    if (exception == null) {
      return new SyntaxErrorMessage(lexical(context.getDefaultMessage()), IssueCodes.SYNTAX);
    }
    return new SyntaxErrorMessage(text(exception, context), IssueCodes.SYNTAX);
  }

  @Override
  public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
    return new SyntaxErrorMessage(context.getDefaultMessage(), IssueCodes.BAD_QUANTITY);
  }

  /** What is wrong within a word: the lexer tells it as a text only. */
  private static String lexical(String message) {
    return message != null && message.endsWith("expecting '\"'")
        ? "a text ends on the line where it begins; write \" at its end" : message;
  }

  private static String text(RecognitionException exception, IParserErrorContext context) {
    String found = quote(exception.token);
    String token = wanted(exception, context.getTokenNames());
    String rule = rule(context.getCurrentNode());
    Unexpected at = Unexpected.of(exception, unquoted(token), rule, context.getCurrentContext());
    if (expected(exception) == Token.EOF) {
      return "unexpected " + found + "; " + Slips.adviceAtEnd(at)
          .orElse("take it away, or see the language reference for what may stand here");
    }
    Optional<String> slip = Slips.advice(at);
    if (slip.isPresent()) {
      return "unexpected " + found + "; " + slip.get();
    }
    String wanted = token.isEmpty() ? RULES.getOrDefault(rule, "") : token;
    if (!wanted.isEmpty()) {
      return "unexpected " + found + "; write " + wanted + " here";
    }
    if (exception instanceof NoViableAltException || exception instanceof EarlyExitException) {
      return "unexpected " + found + "; see the language reference for what may stand here";
    }
    return context.getDefaultMessage();
  }

  private static String wanted(RecognitionException exception, String[] tokenNames) {
    int type = expected(exception);
    return type > Token.INVALID_TOKEN_TYPE && type < tokenNames.length ? name(tokenNames[type]) : "";
  }

  private static int expected(RecognitionException exception) {
    if (exception instanceof UnwantedTokenException unwanted) {
      return unwanted.expecting;
    }
    if (exception instanceof MissingTokenException missing) {
      return missing.expecting;
    }
    return exception instanceof MismatchedTokenException mismatched ? mismatched.expecting : Token.INVALID_TOKEN_TYPE;
  }

  /** The name of the rule that the parser is in; what refers to something is its name. */
  private static String rule(INode node) {
    if (node != null && node.getGrammarElement() instanceof RuleCall call) {
      return call.getRule().getName();
    }
    return node != null && node.getGrammarElement() instanceof CrossReference ? "Name" : "";
  }

  /** A keyword of the grammar is told in quotes. */
  private static String unquoted(String token) {
    return token.replaceAll("^'|'$", "");
  }

  private static String name(String tokenName) {
    return KINDS.getOrDefault(tokenName, tokenName);
  }

  private static String quote(Token token) {
    if (token == null || token.getType() == Token.EOF) {
      return "end of the file";
    }
    String text = CONTROL.matcher(token.getText().replaceAll("\\R|\t", " "))
        .replaceAll(found -> "U+%04X".formatted((int) found.group().charAt(0)));
    return "'" + (text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...") + "'";
  }
}

package org.sockmodel.dsl.ui.brackets;

import java.util.Map;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;

/**
 * Writes the closing sign with the opening one, passes over it when it is typed too, and opens a block: a new line
 * within braces is indented, and its closing brace stands below.
 */
public final class ClosingSigns implements IAutoEditStrategy {

  private static final Map<String, String> PAIRS = Map.of("{", "}", "(", ")", "[", "]", "\"", "\"");
  private static final String INDENTATION = "  ";

  @Override
  public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
    if (command.length > 0 || command.text == null) {
      return;
    }
    try {
      char next = command.offset < document.getLength() ? document.getChar(command.offset) : '\n';
      if (PAIRS.containsValue(command.text) && command.text.charAt(0) == next) {
        passOver(command);
      } else if (PAIRS.containsKey(command.text) && !inComment(document, command.offset)
          && (Character.isWhitespace(next) || PAIRS.containsValue(String.valueOf(next)))) {
        command.text += PAIRS.get(command.text);
        command.caretOffset = command.offset + 1;
        command.shiftsCaret = false;
      } else if (isNewLine(document, command.text)) {
        newLine(document, command, next);
      }
    } catch (BadLocationException outside) {
      // The text is written as it was typed.
    }
  }

  private static void passOver(DocumentCommand command) {
    command.text = "";
    command.caretOffset = command.offset + 1;
    command.shiftsCaret = false;
  }

  private static boolean inComment(IDocument document, int offset) throws BadLocationException {
    IRegion line = document.getLineInformationOfOffset(offset);
    return document.get(line.getOffset(), offset - line.getOffset()).contains("//");
  }

  private static boolean isNewLine(IDocument document, String text) {
    for (String delimiter : document.getLegalLineDelimiters()) {
      if (delimiter.equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static void newLine(IDocument document, DocumentCommand command, char next) throws BadLocationException {
    IRegion line = document.getLineInformationOfOffset(command.offset);
    String before = document.get(line.getOffset(), command.offset - line.getOffset());
    String indentation = before.substring(0, before.length() - before.stripLeading().length());
    String delimiter = command.text;
    boolean opens = before.stripTrailing().endsWith("{");
    command.text = delimiter + indentation + (opens ? INDENTATION : "");
    if (opens && next == '}') {
      command.caretOffset = command.offset + command.text.length();
      command.shiftsCaret = false;
      command.text += delimiter + indentation;
    }
  }
}

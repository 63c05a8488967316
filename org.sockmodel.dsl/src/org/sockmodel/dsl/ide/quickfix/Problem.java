package org.sockmodel.dsl.ide.quickfix;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.sockmodel.dsl.ide.word.Word;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.Setting;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/** A problem of a document, with what a fix needs to know of its place. */
final class Problem {

  private final Document document;
  private final XtextResource resource;
  private final Diagnostic diagnostic;

  Problem(Document document, XtextResource resource, Diagnostic diagnostic) {
    this.document = document;
    this.resource = resource;
    this.diagnostic = diagnostic;
  }

  /** The code of the finding; empty if it has none. */
  String code() {
    return diagnostic.getCode() == null ? "" : diagnostic.getCode().getLeft();
  }

  /** What the finding brought along: units to choose from, or the name that was probably meant. */
  List<String> data() {
    List<String> texts = new ArrayList<>();
    if (diagnostic.getData() instanceof JsonArray array) {
      array.asList().stream().map(JsonElement::getAsString).forEach(texts::add);
    } else if (diagnostic.getData() instanceof String[] array) {
      texts.addAll(List.of(array));
    }
    return texts;
  }

  /** The marked text. */
  String text() {
    return document.getSubstring(diagnostic.getRange());
  }

  /** The word at the beginning of what is marked. */
  Optional<Word> word() {
    return Word.at(resource, start());
  }

  /** The element at the beginning of what is marked; if that is a quantity, the element that says it. */
  Optional<EObject> element() {
    ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), start());
    EObject element = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
    while (element instanceof Expression) {
      element = element.eContainer();
    }
    return Optional.ofNullable(element);
  }

  int start() {
    return document.getOffSet(diagnostic.getRange().getStart());
  }

  int end() {
    return document.getOffSet(diagnostic.getRange().getEnd());
  }

  TextEdit replace(String text) {
    return new TextEdit(diagnostic.getRange(), text);
  }

  TextEdit replace(int from, int to, String text) {
    return new TextEdit(new Range(document.getPosition(from), document.getPosition(to)), text);
  }

  TextEdit insert(int offset, String text) {
    return replace(offset, offset, text);
  }

  /** Whether an element stands in this document, so that an edit can change it. */
  boolean isHere(EObject element) {
    return element.eResource() == resource;
  }

  String contents() {
    return document.getContents();
  }

  /** The blanks at the beginning of the line of an offset. */
  String indentation(int offset) {
    int line = contents().lastIndexOf('\n', offset - 1) + 1;
    String before = contents().substring(line, offset);
    return before.isBlank() ? before : before.substring(0, before.length() - before.stripLeading().length());
  }

  /** Gives a setting of {@code owner} another value, or says it where nothing does. */
  Optional<TextEdit> set(EObject owner, List<Setting> settings, SettingKind kind, long value) {
    if (!isHere(owner)) {
      return Optional.empty();
    }
    for (Setting setting : settings) {
      if (kind.word().equals(setting.getName())) {
        INode written = NodeModelUtils.findNodesForFeature(setting, Literals.SETTING__VALUE).get(0);
        return Optional.of(replace(written.getOffset(), written.getEndOffset(), Long.toString(value)));
      }
    }
    return addLine(owner, kind.word() + " " + value);
  }

  /** Takes a text away, with its line if nothing else stands there. */
  TextEdit delete(int from, int to) {
    String text = contents();
    int line = text.lastIndexOf('\n', from - 1) + 1;
    int next = text.indexOf('\n', to);
    boolean alone = next >= 0 && text.substring(line, from).isBlank() && text.substring(to, next).isBlank();
    if (alone) {
      return replace(line, next + 1, "");
    }
    int end = to;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return replace(from, end, "");
  }

  /** A new line at the end of the block of {@code owner}, before its closing brace. */
  Optional<TextEdit> addLine(EObject owner, String text) {
    INode node = NodeModelUtils.findActualNodeFor(owner);
    int brace = node == null || !isHere(owner) ? -1 : contents().lastIndexOf('}', node.getEndOffset() - 1);
    if (brace < 0) {
      return Optional.empty();
    }
    boolean ownLine = contents().substring(contents().lastIndexOf('\n', brace - 1) + 1, brace).isBlank();
    return Optional.of(insert(ownLine ? brace - indentation(brace).length() : brace,
        ownLine ? indentation(brace) + "  " + text + "\n" : text + " "));
  }

  /** How the value of a feature is written; empty if it is not. */
  static Optional<String> written(EObject owner, EStructuralFeature feature) {
    return NodeModelUtils.findNodesForFeature(owner, feature).stream().findFirst().map(NodeModelUtils::getTokenText);
  }
}

package org.sockmodel.dsl.formatting2;

import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.formatting2.AbstractJavaFormatter;
import org.eclipse.xtext.formatting2.FormatterPreferenceKeys;
import org.eclipse.xtext.formatting2.IFormattableDocument;
import org.eclipse.xtext.formatting2.ITextReplacer;
import org.eclipse.xtext.formatting2.internal.SinglelineCommentReplacer;
import org.eclipse.xtext.formatting2.regionaccess.IComment;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.eclipse.xtext.formatting2.regionaccess.ITextSegment;
import org.eclipse.xtext.preferences.TypedPreferenceKey;
import org.eclipse.xtext.xbase.lib.Pair;
import org.sockmodel.dsl.sockModel.Expression;
import org.sockmodel.dsl.sockModel.IfErrno;
import org.sockmodel.dsl.sockModel.Model;
import org.sockmodel.dsl.sockModel.Negation;
import org.sockmodel.dsl.sockModel.Protosw;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/**
 * Lays out a model: what stands in braces is indented by two spaces, one statement a line. A block stays on one line if
 * it is written so and has no other in it. Comments stay, and so do empty lines, and the blanks before a comment behind
 * a statement, which put those of several lines in one column.
 */
public class SockModelFormatter extends AbstractJavaFormatter {

  private static final String INDENTATION = "  ";
  private static final String TAB = "\t";

  /** Words that begin a line of a block without beginning an element of their own. */
  private static final String[] LINE_BEGINNINGS = {"kernel", "absent", "create", "builtin", "driver", "napi", "gap",
      "capability", "drop", "loss", "rps_cpus", "seeds"};

  /** Elements of a block that stand within a line. */
  private static final Set<EStructuralFeature> WITHIN_LINE = Set.of(Literals.TRAFFIC__GAPS);

  @Override
  public <T> T getPreference(TypedPreferenceKey<T> key) {
    T value = super.getPreference(key);
    if (key == FormatterPreferenceKeys.indentation && TAB.equals(value)) {
      @SuppressWarnings("unchecked")
      T spaces = (T) INDENTATION;
      return spaces;
    }
    return value;
  }

  @Override
  public ITextReplacer createCommentReplacer(IComment comment) {
    ITextReplacer replacer = super.createCommentReplacer(comment);
    return replacer instanceof SinglelineCommentReplacer ? new LineCommentReplacer(comment) : replacer;
  }

  protected void format(Model model, IFormattableDocument document) {
    for (ISemanticRegion region : textRegionExtensions.allSemanticRegions(model)) {
      document.append(region, it -> {
        it.oneSpace();
        it.lowPriority();
      });
    }
    newLine(textRegionExtensions.regionFor(model).keyword("model"), document);
    for (EObject element : model.eContents()) {
      document.prepend(element, it -> it.setNewLines(1, 1, 2));
      layOut(element, document);
    }
    document.prepend(model, it -> it.noSpace());
    document.append(model, it -> it.setNewLines(1, 1, 1));
  }

  private void layOut(EObject owner, IFormattableDocument document) {
    var braces = textRegionExtensions.regionFor(owner).keywordPairs("{", "}");
    boolean lines = !(owner instanceof Protosw || braces.stream().allMatch(this::isShort));
    braces.forEach(pair -> {
      document.interior(pair, it -> it.indent());
      if (lines) {
        document.append(pair.getKey(), it -> {
          it.setNewLines(1, 1, 2);
          it.highPriority();
        });
        document.prepend(pair.getValue(), it -> it.setNewLines(1, 1, 1));
      }
    });
    if (lines && !braces.isEmpty()) {
      beginLines(owner, document);
    }
    punctuation(owner, document);
    owner.eContents().forEach(child -> layOut(child, document));
  }

  /** Whether the author has put it on one line, with no other block in it. */
  private boolean isShort(Pair<ISemanticRegion, ISemanticRegion> braces) {
    ITextSegment text = braces.getKey().merge(braces.getValue());
    return !text.isMultiline() && text.getText().indexOf('{', 1) < 0;
  }

  private void beginLines(EObject block, IFormattableDocument document) {
    for (EObject child : block.eContents()) {
      boolean withinLine = child instanceof Expression || WITHIN_LINE.contains(child.eContainingFeature());
      if (!withinLine && !isElseIf(child)) {
        document.prepend(child, it -> it.setNewLines(1, 1, 2));
      }
    }
    for (String word : LINE_BEGINNINGS) {
      textRegionExtensions.regionFor(block).keywords(word).forEach(region -> newLine(region, document));
    }
  }

  private boolean isElseIf(EObject child) {
    IHiddenRegion before = textRegionExtensions.previousHiddenRegion(child);
    return child instanceof IfErrno && before != null && before.getPreviousSemanticRegion() != null
        && before.getPreviousSemanticRegion().getText().equals("else");
  }

  private static void newLine(ISemanticRegion region, IFormattableDocument document) {
    if (region != null && region.getPreviousSemanticRegion() != null) {
      document.prepend(region, it -> it.setNewLines(1, 1, 2));
    }
  }

  private void punctuation(EObject owner, IFormattableDocument document) {
    for (ISemanticRegion open : textRegionExtensions.regionFor(owner).keywords("(")) {
      document.append(open, it -> it.noSpace());
      if (!(owner instanceof Expression)) {
        document.prepend(open, it -> it.noSpace());
      }
    }
    if (owner instanceof Negation) {
      document.append(textRegionExtensions.regionFor(owner).keyword("-"), it -> it.noSpace());
    }
    for (ISemanticRegion close : textRegionExtensions.regionFor(owner).keywords(")", ",", ":")) {
      document.prepend(close, it -> it.noSpace());
    }
  }
}

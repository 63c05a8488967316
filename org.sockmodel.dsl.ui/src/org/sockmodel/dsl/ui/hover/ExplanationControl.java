package org.sockmodel.dsl.ui.hover;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.sockmodel.dsl.ui.accessibility.ScreenReader;
import org.sockmodel.dsl.ui.colouring.TokenColour;
import org.sockmodel.dsl.ui.language.SockModelLanguage;
import org.sockmodel.dsl.ui.lexing.ModelLexer;
import org.sockmodel.dsl.ui.lexing.Token;

/** The small window that shows an explanation, with code in the colours of the editor. */
public final class ExplanationControl extends AbstractInformationControl implements IInformationControlExtension2 {

  private static final int MARGIN_PX = 6;
  private static final int WIDEST_PX = 560;

  private StyledText text;
  private boolean filled;

  /**
   * Makes an empty one.
   *
   * @param resizable whether it stays open and can be made larger
   */
  public ExplanationControl(Shell parent, boolean resizable) {
    super(parent, resizable);
    create();
  }

  @Override
  protected void createContent(Composite parent) {
    text = new StyledText(parent, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI | SWT.V_SCROLL);
    ScreenReader.name(text, "Explanation");
    text.setAlwaysShowScrollBars(false);
    text.setMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX);
    text.setForeground(JFaceColors.getInformationViewerForegroundColor(parent.getDisplay()));
    text.setBackground(JFaceColors.getInformationViewerBackgroundColor(parent.getDisplay()));
  }

  @Override
  public void setInput(Object input) {
    MarkdownText explanation = new MarkdownText(input == null ? "" : input.toString());
    filled = !explanation.text().isEmpty();
    text.setText(explanation.text());
    for (MarkdownText.Stretch stretch : explanation.stretches()) {
      styles(stretch, explanation.text()).forEach(text::setStyleRange);
    }
  }

  private static List<StyleRange> styles(MarkdownText.Stretch stretch, String whole) {
    StyleRange base = new StyleRange(stretch.offset(), stretch.length(), null, null);
    switch (stretch.look()) {
      case BOLD -> base.fontStyle = SWT.BOLD;
      case CODE, MODEL -> base.font = codeFont();
      default -> throw new IllegalArgumentException(stretch.toString());
    }
    List<StyleRange> styles = new ArrayList<>(List.of(base));
    if (stretch.look() == MarkdownText.Look.MODEL && SockModelLanguage.injector().isDone()) {
      ModelLexer lexer = new ModelLexer(SockModelLanguage.injector().join());
      String code = whole.substring(stretch.offset(), stretch.offset() + stretch.length());
      for (Token token : lexer.tokens(code)) {
        TokenColour.of(token.kind()).ifPresent(colour -> styles.add(coloured(stretch, token, colour)));
      }
    }
    return styles;
  }

  private static StyleRange coloured(MarkdownText.Stretch stretch, Token token, TokenColour colour) {
    StyleRange style = new StyleRange(stretch.offset() + token.offset(), token.length(), colour.now(), null);
    style.font = codeFont();
    return style;
  }

  private static Font codeFont() {
    return JFaceResources.getTextFont();
  }

  @Override
  public boolean hasContents() {
    return filled;
  }

  @Override
  public Point computeSizeHint() {
    Point limits = getSizeConstraints();
    int widest = limits == null ? WIDEST_PX : Math.min(WIDEST_PX, limits.x);
    int width = Math.min(widest, text.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
    int height = text.computeSize(width, SWT.DEFAULT).y;
    Rectangle trim = computeTrim();
    return new Point(width + trim.width, (limits == null ? height : Math.min(height, limits.y)) + trim.height);
  }

  /** The text takes the keys, which scroll it, and not the window around it. */
  @Override
  public void setFocus() {
    super.setFocus();
    text.setFocus();
  }

  @Override
  public void setForegroundColor(Color foreground) {
    super.setForegroundColor(foreground);
    text.setForeground(foreground);
  }

  @Override
  public void setBackgroundColor(Color background) {
    super.setBackgroundColor(background);
    text.setBackground(background);
  }

  @Override
  public IInformationControlCreator getInformationPresenterControlCreator() {
    return shell -> new ExplanationControl(shell, true);
  }
}

package org.sockmodel.runtime.history.picture;

import java.util.Locale;

/** Takes a picture as SVG that needs nothing else. */
public final class SvgPicture implements Fills, Marks {

  private static final int TIP_WIDTH = 3;
  private static final int TIP_HEIGHT = 6;
  private static final int BASELINE = 11;
  private static final double CHARACTER_WIDTH = 6.6;

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Palette palette;

  private SvgPicture(Palette palette) {
    this.palette = palette;
  }

  /** A picture as SVG. */
  public static String of(Picture picture, Palette palette, String title) {
    SvgPicture svg = new SvgPicture(palette);
    svg.out.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
        + "role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n<title>%s</title>\n", picture.width(),
        picture.height(), escaped(title)));
    picture.fill(svg, 1);
    picture.mark(svg);
    return svg.out.append("</svg>\n").toString();
  }

  @Override
  public void fill(Tone tone, int x, int y, int width, int height) {
    out.append("<rect x=\"").append(x).append("\" y=\"").append(y).append("\" width=\"").append(width)
        .append("\" height=\"").append(height).append("\" fill=\"").append(colour(tone)).append("\"/>\n");
  }

  @Override
  public void line(Tone tone, int thickness, int x1, int y1, int x2, int y2) {
    out.append(String.format(Locale.ROOT, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" "
        + "stroke-width=\"%d\"/>\n", x1, y1, x2, y2, colour(tone), thickness));
  }

  @Override
  public void dot(Tone tone, int radius, int x, int y) {
    out.append(String.format(Locale.ROOT, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\"/>\n", x, y, radius,
        colour(tone)));
  }

  @Override
  public void tip(Tone tone, int x, int y, boolean down) {
    int base = down ? y - TIP_HEIGHT : y + TIP_HEIGHT;
    out.append(String.format(Locale.ROOT, "<path d=\"M%d %dL%d %dL%d %dZ\" fill=\"%s\"/>\n", x, y, x - TIP_WIDTH, base,
        x + TIP_WIDTH, base, colour(tone)));
  }

  @Override
  public void text(Tone tone, Style style, int x, int y, int width, String text) {
    int most = (int) (width / CHARACTER_WIDTH);
    String shown = text.length() <= most ? text : text.substring(0, Math.max(0, most));
    out.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" fill=\"%s\"%s>%s</text>\n", x, y + BASELINE,
        colour(tone), style == Style.BOLD ? " font-weight=\"bold\"" : "", escaped(shown)));
  }

  private String colour(Tone tone) {
    return String.format(Locale.ROOT, "#%06x", palette.rgb(tone));
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(c -> safe.append(switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      default -> c < ' ' || c == 0xfffe || c == 0xffff ? "?" : Character.toString(c);
    }));
    return safe.toString();
  }
}

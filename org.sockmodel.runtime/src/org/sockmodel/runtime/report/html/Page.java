package org.sockmodel.runtime.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What every page begins with. */
final class Page {

  private Page() {
  }

  /**
   * Everything up to the page's first section; leaves html, body and main open.
   *
   * @param scripts which scripts may run, as a content security policy says it
   */
  static void begin(Markup out, String title, String scripts) {
    out.trusted("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
    out.single("meta", "charset", "utf-8");
    out.single("meta", "http-equiv", "Content-Security-Policy", "content",
        "default-src 'none'; style-src 'unsafe-inline'; script-src " + scripts);
    out.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    out.element("title", title + " - SockModel");
    out.open("style").trusted(resource("report.css")).close().closeLine();
    out.open("body").open("main");
  }

  /** A file beside this class. */
  static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

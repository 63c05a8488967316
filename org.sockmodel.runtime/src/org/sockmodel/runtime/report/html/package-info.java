/**
 * A report as one HTML file that needs nothing else: the answer on top, pictures as SVG that can be read without
 * scripts, and a script that lets a person move through the timeline. One class a picture.
 *
 * <pre>
 *   Report --> HtmlReport --> one chart or table class a section --Markup--> text, escaped on the way
 * </pre>
 *
 * Must not know how a trace is analysed.
 */
package org.sockmodel.runtime.report.html;

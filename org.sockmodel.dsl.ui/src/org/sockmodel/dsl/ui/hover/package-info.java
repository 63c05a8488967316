/**
 * Explains the word under the mouse, or at the cursor by F2: what the language says of it in Markdown, rendered. Must
 * not know where the explanation comes from.
 *
 * <pre>
 *   language --Markdown--> ModelHover --Markdown--> ExplanationControl --MarkdownText--> styled text
 * </pre>
 */
package org.sockmodel.dsl.ui.hover;

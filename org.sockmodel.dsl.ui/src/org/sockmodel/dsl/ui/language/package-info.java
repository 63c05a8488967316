/**
 * Runs the language once for the whole workbench: its injector, and its language server, called in this process. The
 * server reads every open model along, saved or not, and every saved one of the workspace.
 *
 * <pre>
 *   document --ModelDocument--+
 *                             +--LanguageSession (one thread)--> language server --AnalysisListener--> features
 *   workspace --ModelFolders--+
 * </pre>
 *
 * Nothing here waits on the user interface thread. This package must not know any editor feature.
 */
package org.sockmodel.dsl.ui.language;

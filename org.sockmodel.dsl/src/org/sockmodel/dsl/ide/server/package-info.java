/**
 * The language server: Xtext's own, for one language, over a pair of streams. What it answers is made by the other
 * packages beside this one, which the language's own injector holds.
 *
 * <pre>
 *   editor --JSON-RPC--> LanguageServerImpl --> WorkspaceManager --> a resource --> the service of the feature
 * </pre>
 *
 * An editor in the same process takes {@link org.sockmodel.dsl.ide.server.SockModelServer#create} and no streams. This
 * package must not know who uses it, nor what the features do.
 */
package org.sockmodel.dsl.ide.server;

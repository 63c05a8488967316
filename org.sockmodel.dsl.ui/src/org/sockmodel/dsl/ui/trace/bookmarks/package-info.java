/**
 * Bookmarks of a trace: markers on its file, as all bookmarks of a workbench are, so that its Bookmarks view lists them
 * and leads there. This package must not know how they are drawn.
 *
 * <pre>
 *   commands --> BookmarkMarker --resource change--> TraceBookmarks --> TraceSession
 * </pre>
 */
package org.sockmodel.dsl.ui.trace.bookmarks;

/** Tests of bookmarks of traces. */
package org.sockmodel.tests.ui.trace.bookmarks;

/**
 * The pictures of what a model consists of, in lists and trees. Must not know who shows them.
 */
package org.sockmodel.dsl.ui.icons;

/**
 * What File &gt; New offers: a project, a model, and the examples that come with the language. This package must not
 * know what becomes of them.
 */
package org.sockmodel.dsl.ui.wizard;

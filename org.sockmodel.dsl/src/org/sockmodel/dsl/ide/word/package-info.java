/**
 * The words of a model's text as the features of an editor see them: what the grammar takes each for. This package must
 * not know what is made of them.
 */
package org.sockmodel.dsl.ide.word;

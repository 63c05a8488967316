/**
 * The shipped library as an editor sees it: files that it can open. This package must not know what refers to them.
 */
package org.sockmodel.dsl.ide.library;

/** The elements of a file as a tree. This package must not know how an editor draws it. */
package org.sockmodel.dsl.ide.outline;

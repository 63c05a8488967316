/**
 * What the index of a workspace says of a file: its named elements, and which files it imports, so that a change of one
 * file has those checked again that see it. This package must not know what names refer to.
 */
package org.sockmodel.dsl.index;

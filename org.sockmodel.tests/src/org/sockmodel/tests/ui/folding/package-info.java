/** Tests of blocks and comments that are hidden. */
package org.sockmodel.tests.ui.folding;

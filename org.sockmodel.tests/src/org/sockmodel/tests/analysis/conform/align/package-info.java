/** Tests of how two sequences of steps are laid side by side. */
package org.sockmodel.tests.analysis.conform.align;

/** Finds what two sequences have in common. It must not know what they consist of. */
package org.sockmodel.runtime.analysis.conform.align;

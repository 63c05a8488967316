/** Tests of the analyses, on tiny traces written by hand and on recordings of real kernels. */
package org.sockmodel.tests.analysis;

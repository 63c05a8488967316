/** Tests of what is counted of packets that were thrown away. */
package org.sockmodel.tests.analysis.drops;

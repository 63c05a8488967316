/** Which packets were thrown away, why, and where in the kernel. */
package org.sockmodel.runtime.analysis.drops;

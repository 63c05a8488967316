/** Tests of what arrives at cards, on the way there. */
package org.sockmodel.tests.workload.traffic;

/** Tests of org.sockmodel.dsl.sweep. */
package org.sockmodel.tests.dsl.sweep;

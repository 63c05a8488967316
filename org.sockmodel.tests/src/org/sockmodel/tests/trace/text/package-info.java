/** Tests of what all texts have in common. */
package org.sockmodel.tests.trace.text;

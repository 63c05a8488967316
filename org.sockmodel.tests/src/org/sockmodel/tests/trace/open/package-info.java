/** Tests of telling formats apart. */
package org.sockmodel.tests.trace.open;

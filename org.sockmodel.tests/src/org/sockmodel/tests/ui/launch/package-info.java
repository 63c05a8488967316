/** Tests of running models: from wherever they are looked at, with other values, stopped, and failing. */
package org.sockmodel.tests.ui.launch;

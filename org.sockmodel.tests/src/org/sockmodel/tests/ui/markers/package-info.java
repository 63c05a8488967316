/** Tests of problems that are marked in the files of models. */
package org.sockmodel.tests.ui.markers;

/** Tests of recording: for real where this machine allows it, skipped elsewhere. */
package org.sockmodel.tests.record;

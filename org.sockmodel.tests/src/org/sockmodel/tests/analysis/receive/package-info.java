/** Tests of receive calls, messages and their causes. */
package org.sockmodel.tests.analysis.receive;

/** Cards: what holds their interrupts back, and what their drivers do. */
package org.sockmodel.tests.kernel.nic;

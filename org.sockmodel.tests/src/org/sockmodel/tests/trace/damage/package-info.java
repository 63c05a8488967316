/** Damaged traces of every format: whatever is in them, the end is a report or one clear error. */
package org.sockmodel.tests.trace.damage;

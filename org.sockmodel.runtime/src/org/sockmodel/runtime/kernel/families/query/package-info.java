/**
 * Answers to "what would {@code socket()} say?": one call explained, a file of calls, the table of families.
 *
 * <pre>
 *   DOMAIN TYPE PROTOCOL --SocketNumbers--> SocketQuery --> errno, explanation
 *   rows of bytes --SocketCsv--> rows with results          SocketLayer --FamilyTable--> text, JSON
 * </pre>
 *
 * This package must not know the command line that asks.
 */
package org.sockmodel.runtime.kernel.families.query;

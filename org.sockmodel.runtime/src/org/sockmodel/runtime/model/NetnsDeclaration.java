package org.sockmodel.runtime.model;

/**
 * A network namespace besides the one that a machine boots with, which has the machine's name.
 *
 * @param machine name of the machine
 */
public record NetnsDeclaration(String name, String machine, int line) {
}

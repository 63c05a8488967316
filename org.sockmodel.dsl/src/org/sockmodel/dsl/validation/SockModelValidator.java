package org.sockmodel.dsl.validation;

/** The root of the checks; each check lives in a validator of its own. */
public class SockModelValidator extends AbstractSockModelValidator {
}

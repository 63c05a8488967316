package org.sockmodel.dsl.scoping;

/** Which names a reference can mean; so far Xtext's defaults. */
public class SockModelScopeProvider extends AbstractSockModelScopeProvider {
}

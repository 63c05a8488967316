package org.sockmodel.dsl;

/** Bindings of the language that differ from Xtext's defaults. */
public class SockModelRuntimeModule extends AbstractSockModelRuntimeModule {
}

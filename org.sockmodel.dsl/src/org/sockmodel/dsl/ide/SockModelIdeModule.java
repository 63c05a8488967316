package org.sockmodel.dsl.ide;

/** Bindings of the language server that differ from Xtext's defaults. */
public class SockModelIdeModule extends AbstractSockModelIdeModule {
}

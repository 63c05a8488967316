package org.sockmodel.runtime.kernel.families;

import java.util.List;

/**
 * A transport protocol: {@code struct proto} ({@code include/net/sock.h}), as far as creation uses it.
 *
 * @param symbol C symbol
 * @param name name in {@code /proc/net/protocols}
 * @param hash its {@code hash}; empty if it has none
 * @param initSymbols its {@code init} and what that calls, from the outside in; empty if it has none
 * @param init what {@code init} decides
 * @param defaults what a new sock begins with
 */
public record Proto(String symbol, String name, String hash, List<String> initSymbols, ProtInit init,
    SockDefaults defaults) {

  public Proto {
    initSymbols = List.copyOf(initSymbols);
  }

  /** A protocol without functions of its own. */
  public static Proto plain(String symbol, String name, SockDefaults defaults) {
    return new Proto(symbol, name, "", List.of(), ProtInit.NEVER_FAILS, defaults);
  }

  public Proto withHash(String function) {
    return new Proto(symbol, name, function, initSymbols, init, defaults);
  }

  public Proto withInit(ProtInit decides, String... functions) {
    return new Proto(symbol, name, hash, List.of(functions), decides, defaults);
  }

  public Proto withInit(String... functions) {
    return withInit(ProtInit.NEVER_FAILS, functions);
  }
}

package org.sockmodel.dsl.generator;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sockmodel.dsl.conversion.Symbols;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.FileFlag;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.MessageFlag;
import org.sockmodel.runtime.uapi.PollEvent;
import org.sockmodel.runtime.uapi.SignalFlag;
import org.sockmodel.runtime.uapi.SocketType;

/** Writes constants of the kernel as references to the runtime's constants, or as numbers if there is no such name. */
final class JavaConstants {

  static final JavaConstants FAMILIES = new JavaConstants("AddressFamily", AddressFamily.numbers());
  static final JavaConstants TYPES = new JavaConstants("SocketType", SocketType.numbers());
  private static final JavaConstants PROTOCOLS = new JavaConstants("IpProtocol", IpProtocol.numbers());
  static final JavaConstants MESSAGE_FLAGS = new JavaConstants("MessageFlag", MessageFlag.numbers());
  static final JavaConstants FILE_FLAGS = new JavaConstants("FileFlag", FileFlag.numbers());
  static final JavaConstants SIGNAL_FLAGS = new JavaConstants("SignalFlag", SignalFlag.numbers());
  static final JavaConstants POLL_EVENTS = new JavaConstants("PollEvent", PollEvent.numbers());

  private final String type;
  private final Map<String, Integer> constants;

  /**
   * @param type simple name of the runtime's class
   * @param constants its constants
   */
  private JavaConstants(String type, Map<String, Integer> constants) {
    this.type = type;
    this.constants = constants;
  }

  /** The expression for one symbol of a model. */
  String expression(String symbol) {
    return expression(symbol, constants);
  }

  /** The expression for a protocol, which need not be one of IP. */
  static String protocol(String protocol) {
    return PROTOCOLS.expression(protocol, SocketNames.protocols());
  }

  /** The expression for a symbol that means what {@code meanings} says, which may differ from Linux. */
  String expression(String symbol, Map<String, Integer> meanings) {
    int number = Symbols.number(symbol, meanings).orElseThrow();
    boolean same = constants.containsKey(symbol) && constants.get(symbol) == number;
    return same ? type + "." + symbol : Integer.toString(number);
  }

  /** The expression for several flags ORed. */
  String flags(List<String> symbols) {
    return symbols.isEmpty() ? "0" : symbols.stream().map(this::expression).collect(Collectors.joining(" | "));
  }
}

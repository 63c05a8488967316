package org.sockmodel.dsl.generator;

import java.util.List;
import java.util.Map;
import org.sockmodel.dsl.sockModel.SocketCall;
import org.sockmodel.dsl.sockModel.SocketPair;

/** The three arguments of socket(): family, type with its flags, protocol. */
final class SocketArguments {

  private SocketArguments() {
  }

  /**
   * @param families what the names of families mean in this model
   */
  static String of(SocketCall call, Map<String, Integer> families) {
    return text(call.getFamily(), call.getTypes(), call.getProtocol(), families);
  }

  static String of(SocketPair call, Map<String, Integer> families) {
    return text(call.getFamily(), call.getTypes(), call.getProtocol(), families);
  }

  private static String text(String family, List<String> types, String protocol, Map<String, Integer> families) {
    return JavaConstants.FAMILIES.expression(family, families) + ", " + JavaConstants.TYPES.flags(types) + ", "
        + JavaConstants.protocol(protocol);
  }
}

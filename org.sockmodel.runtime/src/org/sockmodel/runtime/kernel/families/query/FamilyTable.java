package org.sockmodel.runtime.kernel.families.query;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.sockmodel.runtime.kernel.families.InetProtosw;
import org.sockmodel.runtime.kernel.families.InetSw;
import org.sockmodel.runtime.kernel.families.NetProtoFamily;
import org.sockmodel.runtime.kernel.families.SocketLayer;
import org.sockmodel.runtime.kernel.families.profile.DeclaredFamily;
import org.sockmodel.runtime.kernel.families.profile.SocketNames;
import org.sockmodel.runtime.model.FamilyDeclaration;
import org.sockmodel.runtime.model.FamilyDeclaration.ModuleState;
import org.sockmodel.runtime.model.Protosw;

/** The families of a kernel and, for each type, the entries in the order in which they are looked through. */
public final class FamilyTable {

  private final SocketLayer layer;

  public FamilyTable(SocketLayer layer) {
    this.layer = layer;
  }

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder("kernel " + layer.profile().name() + "\n");
    StringBuilder missing = new StringBuilder();
    for (DeclaredFamily declared : layer.profile().families()) {
      FamilyDeclaration family = declared.family();
      NetProtoFamily registered = layer.families().get(family.number());
      if (registered != null) {
        appendFamily(text, registered);
        appendLoadable(text, family);
      } else {
        missing.append("  ").append(family.name()).append(" = ").append(family.number()).append(": ")
            .append(state(family)).append('\n');
      }
    }
    return text + "\nnot registered\n" + missing;
  }

  private static void appendFamily(StringBuilder text, NetProtoFamily family) {
    text.append('\n').append(family.declaration()).append("  ").append(family.createSymbol());
    text.append(family.location().isEmpty() ? "" : "  [" + family.location() + "]").append('\n');
    for (int type = 0; type < SocketLayer.SOCK_MAX; type++) {
      List<InetProtosw> entries = family.inetsw().entries(type);
      for (int i = 0; i < entries.size(); i++) {
        String head = i == 0 ? SocketNames.type(type) : "";
        String row = String.format(Locale.ROOT, "  %-15s %-22s %-18s %-20s%s", head,
            entries.get(i).protocolName(), entries.get(i).prot().symbol(), entries.get(i).ops().symbol(),
            attributes(entries.get(i).declared()));
        text.append(row.stripTrailing()).append('\n');
      }
    }
  }

  private static void appendLoadable(StringBuilder text, FamilyDeclaration family) {
    for (Protosw protosw : family.protosws()) {
      if (!protosw.module().isEmpty()) {
        text.append("  with module ").append(protosw.module()).append(": ").append(SocketNames.type(protosw.type()))
            .append(' ').append(SocketNames.protocol(family.number(), protosw.protocol())).append(' ')
            .append(protosw.prot()).append('\n');
      }
    }
  }

  private static String attributes(Protosw protosw) {
    StringBuilder text = new StringBuilder();
    for (String flag : protosw.flags()) {
      text.append(' ').append(flag);
    }
    return text + (protosw.capability().isEmpty() ? "" : " " + protosw.capability());
  }

  /** For programs. */
  public String json() {
    JsonArray families = new JsonArray();
    for (DeclaredFamily declared : layer.profile().families()) {
      families.add(family(declared));
    }
    JsonObject root = new JsonObject();
    root.addProperty("kernel", layer.profile().name());
    root.addProperty("version", layer.profile().version().toString());
    root.add("families", families);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root) + "\n";
  }

  private JsonObject family(DeclaredFamily declared) {
    FamilyDeclaration family = declared.family();
    NetProtoFamily registered = layer.families().get(family.number());
    JsonObject json = new JsonObject();
    json.addProperty("name", family.name());
    json.addProperty("number", family.number());
    json.addProperty("state", family.state().name().toLowerCase(Locale.ROOT));
    json.addProperty("registered", registered != null);
    if (!family.create().isEmpty()) {
      json.addProperty("create", family.create());
    }
    if (family.state() == ModuleState.MODULE) {
      json.addProperty("module", family.module());
    }
    json.addProperty("declared", declared.at(family.line()));
    if (registered != null) {
      json.add("inetsw", inetsw(registered.inetsw()));
    }
    return json;
  }

  private static JsonObject inetsw(InetSw inetsw) {
    JsonObject types = new JsonObject();
    for (int type = 0; type < SocketLayer.SOCK_MAX; type++) {
      JsonArray list = new JsonArray();
      for (InetProtosw entry : inetsw.entries(type)) {
        list.add(entry(entry));
      }
      if (!list.isEmpty()) {
        types.add(SocketNames.type(type), list);
      }
    }
    return types;
  }

  private static JsonObject entry(InetProtosw entry) {
    JsonObject json = new JsonObject();
    json.addProperty("protocol", entry.protocol());
    json.addProperty("name", entry.protocolName());
    json.addProperty("prot", entry.prot().symbol());
    json.addProperty("ops", entry.ops().symbol());
    JsonArray flags = new JsonArray();
    entry.declared().flags().forEach(flags::add);
    json.add("flags", flags);
    if (entry.capability() != null) {
      json.addProperty("capability", entry.capability().name());
    }
    if (!entry.owner().name().isEmpty()) {
      json.addProperty("module", entry.owner().name());
    }
    json.addProperty("declared", entry.location());
    return json;
  }

  private static String state(FamilyDeclaration family) {
    return family.state() == ModuleState.MODULE ? "module " + family.module() + ", not loaded" : "not there";
  }
}

package org.sockmodel.dsl.ui.icons;

import java.util.Map;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.swt.graphics.Image;

/** Pictures by the kinds of the protocol. The workbench disposes of them. */
public final class ModelIcons {

  private static final String BUNDLE = "org.sockmodel.dsl.ui";

  private static final Map<SymbolKind, String> SYMBOLS = Map.ofEntries(
      Map.entry(SymbolKind.Module, "model"),
      Map.entry(SymbolKind.Class, "machine"),
      Map.entry(SymbolKind.Namespace, "machine"),
      Map.entry(SymbolKind.Interface, "device"),
      Map.entry(SymbolKind.Array, "queue"),
      Map.entry(SymbolKind.Package, "workload"),
      Map.entry(SymbolKind.Function, "thread"),
      Map.entry(SymbolKind.Event, "traffic"),
      Map.entry(SymbolKind.Variable, "variable"),
      Map.entry(SymbolKind.Enum, "family"),
      Map.entry(SymbolKind.EnumMember, "constant"),
      Map.entry(SymbolKind.Struct, "costs"),
      Map.entry(SymbolKind.Object, "expectation"));

  private static final Map<CompletionItemKind, String> PROPOSALS = Map.of(
      CompletionItemKind.Keyword, "keyword",
      CompletionItemKind.Snippet, "template",
      CompletionItemKind.Property, "setting",
      CompletionItemKind.Enum, "constant",
      CompletionItemKind.File, "file",
      CompletionItemKind.Module, "model");

  private ModelIcons() {
  }

  /** The picture of an element. */
  public static Image of(SymbolKind kind) {
    return image(SYMBOLS.getOrDefault(kind, "setting"));
  }

  /** The picture of something that could be written; what is not known otherwise is a name. */
  public static Image of(CompletionItemKind kind) {
    return image(kind == null ? "variable" : PROPOSALS.getOrDefault(kind, "variable"));
  }

  private static Image image(String name) {
    ImageRegistry registry = JFaceResources.getImageRegistry();
    String key = BUNDLE + "." + name;
    if (registry.getDescriptor(key) == null) {
      registry.put(key, ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg")
          .orElseGet(ImageDescriptor::getMissingImageDescriptor));
    }
    return registry.get(key);
  }
}

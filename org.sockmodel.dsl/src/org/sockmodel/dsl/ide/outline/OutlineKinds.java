package org.sockmodel.dsl.ide.outline;

import static java.util.Map.entry;

import com.google.inject.Singleton;
import java.util.Map;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolMapper.DocumentSymbolKindProvider;
import org.sockmodel.dsl.sockModel.SockModelPackage.Literals;

/** The kinds in the outline, by which an editor chooses its symbols. */
@Singleton
public final class OutlineKinds extends DocumentSymbolKindProvider {

  private static final Map<EClass, SymbolKind> KINDS = Map.ofEntries(
      entry(Literals.MODEL, SymbolKind.Module),
      entry(Literals.MACHINE, SymbolKind.Class),
      entry(Literals.NETNS, SymbolKind.Namespace),
      entry(Literals.NIC, SymbolKind.Interface),
      entry(Literals.VETH, SymbolKind.Interface),
      entry(Literals.VETH_PEER, SymbolKind.Interface),
      entry(Literals.QUEUE, SymbolKind.Array),
      entry(Literals.MODERATION, SymbolKind.Object),
      entry(Literals.WORKLOAD, SymbolKind.Package),
      entry(Literals.THREAD_SCRIPT, SymbolKind.Function),
      entry(Literals.TRAFFIC, SymbolKind.Event),
      entry(Literals.VARIABLE, SymbolKind.Variable),
      entry(Literals.PAIR_VARIABLE, SymbolKind.Variable),
      entry(Literals.FAMILY, SymbolKind.Enum),
      entry(Literals.PROTOSW, SymbolKind.EnumMember),
      entry(Literals.COSTS, SymbolKind.Struct),
      entry(Literals.EXPECT, SymbolKind.Object));

  @Override
  protected SymbolKind getSymbolKind(EClass type) {
    return KINDS.getOrDefault(type, SymbolKind.Constant);
  }
}

package org.sockmodel.runtime.kernel.families;

import static org.sockmodel.runtime.uapi.Errno.ENOENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sockmodel.runtime.kernel.families.profile.KernelOption;
import org.sockmodel.runtime.kernel.families.profile.KernelProfile;

/** Loads modules on demand: {@code __request_module} ({@code kernel/module/kmod.c}) and the modules' init functions. */
public final class ModuleLoader {

  /** Stands for any type, or for no protocol, in an alias. */
  public static final int ANY = -1;

  /** What {@code wait(2)} says of a program that ended with {@code exit(1)}. */
  private static final int EXIT_STATUS_1 = 256;

  /** What a module does when it is loaded: it registers a family or a protocol. */
  private record Init(int family, int protocol, int type, KernelModule module, Runnable register) {
  }

  private final Map<String, KernelModule> modules = new TreeMap<>();
  private final List<Init> inits = new ArrayList<>();
  private final boolean configModules;
  private final KernelOption modprobe;
  private final boolean runsModprobe;

  ModuleLoader(KernelProfile profile) {
    configModules = profile.enabled(KernelOption.CONFIG_MODULES);
    modprobe = profile.option(KernelOption.MODPROBE);
    runsModprobe = profile.enabled(KernelOption.MODPROBE_PATH);
  }

  /** The module of this name, not loaded if it is new. */
  public KernelModule module(String name) {
    return modules.computeIfAbsent(name, key -> new KernelModule(key, KernelModule.State.UNLOADED));
  }

  /** Whether the kernel loads modules at all: CONFIG_MODULES. */
  public boolean enabled() {
    return configModules;
  }

  /** {@code modprobe NAME} by hand. */
  public void modprobe(String name) {
    load(module(name));
  }

  /** All modules that were declared, sorted by name. */
  public Iterable<KernelModule> all() {
    return modules.values();
  }

  /** Declares that the module registers a family under the alias {@code net-pf-FAMILY}. */
  public void family(int family, KernelModule module, Runnable register) {
    inits.add(new Init(family, ANY, ANY, module, register));
  }

  /** Declares that the module registers a protocol under {@code net-pf-FAMILY-proto-PROTOCOL[-type-TYPE]}. */
  public void protocol(int family, int protocol, int type, KernelModule module, Runnable register) {
    inits.add(new Init(family, protocol, type, module, register));
  }

  /**
   * {@code request_module} for a family, a family's protocol, or its protocol and type. A kernel without modules has
   * no such call.
   */
  public void request(Creation creation, int family, int protocol, int type) {
    if (!configModules) {
      return;
    }
    creation.enter("__request_module");
    boolean found = runsModprobe && modprobe.value() != 0;
    if (runsModprobe) {
      creation.runModprobe(found);
    }
    boolean loaded = found && load(family, protocol, type);
    creation.decide(CreationCheck.REQUEST_MODULE, packed(family, protocol, type), loaded, ENOENT, modprobe);
    creation.leave(loaded ? 0 : found ? EXIT_STATUS_1 : -ENOENT);
  }

  /** The alias that a {@link CreationCheck#REQUEST_MODULE} asked for, such as {@code net-pf-2-proto-132-type-1}. */
  public static String alias(long subject) {
    int protocol = (int) (subject >>> 16) - 1;
    int type = (int) (subject >>> 48) - 1;
    return "net-pf-" + (subject & 0xffff) + (protocol == ANY ? "" : "-proto-" + protocol)
        + (type == ANY ? "" : "-type-" + type);
  }

  private static long packed(int family, int protocol, int type) {
    return family | (protocol + 1 & 0xffff_ffffL) << 16 | type + 1L << 48;
  }

  private boolean load(int family, int protocol, int type) {
    boolean loaded = false;
    for (int i = 0; i < inits.size(); i++) {
      Init init = inits.get(i);
      if (init.family == family && init.protocol == protocol && (type == ANY || init.type == type)) {
        load(init.module);
        loaded = true;
      }
    }
    return loaded;
  }

  /** The whole module comes: all that it registers. */
  private void load(KernelModule module) {
    if (module.state() != KernelModule.State.UNLOADED) {
      return;
    }
    module.loaded();
    for (int i = 0; i < inits.size(); i++) {
      if (inits.get(i).module == module) {
        inits.get(i).register.run();
      }
    }
  }
}

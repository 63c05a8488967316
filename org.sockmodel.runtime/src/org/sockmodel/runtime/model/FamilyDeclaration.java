package org.sockmodel.runtime.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One address family as the kernel registers it: {@code struct net_proto_family} ({@code include/linux/net.h}). */
public final class FamilyDeclaration {

  /** Where the code of a family is. */
  public enum ModuleState {
    /** Linked into the kernel. */
    BUILTIN,
    /** A module that the kernel loads when the family is first used. */
    MODULE,
    /** Not there: {@code socket()} fails with EAFNOSUPPORT. */
    ABSENT
  }

  private final String name;
  private final int number;
  private final int line;
  private String create = "";
  private ModuleState state = ModuleState.BUILTIN;
  private String module = "";
  private final List<Protosw> protosws = new ArrayList<>();

  public FamilyDeclaration(String name, int number, int line) {
    this.name = name;
    this.number = number;
    this.line = line;
  }

  /**
   * @param function C symbol of the family's create function, such as {@code inet_create}
   */
  public FamilyDeclaration create(String function) {
    create = function;
    return this;
  }

  /** The family's code is in a module of this name. */
  public FamilyDeclaration module(String moduleName) {
    state = ModuleState.MODULE;
    module = moduleName;
    return this;
  }

  /** The kernel was built without the family. */
  public FamilyDeclaration absent() {
    state = ModuleState.ABSENT;
    return this;
  }

  /** Adds an entry of its protosw table, behind those before. */
  public FamilyDeclaration protosw(Protosw protosw) {
    protosws.add(protosw);
    return this;
  }

  public String name() {
    return name;
  }

  public int number() {
    return number;
  }

  public int line() {
    return line;
  }

  /** C symbol of the create function, empty if the model names none. */
  public String create() {
    return create;
  }

  public ModuleState state() {
    return state;
  }

  /** Name of the module, empty unless {@link #state} is MODULE. */
  public String module() {
    return module;
  }

  /** In the order in which the kernel registers them. */
  public List<Protosw> protosws() {
    return Collections.unmodifiableList(protosws);
  }
}

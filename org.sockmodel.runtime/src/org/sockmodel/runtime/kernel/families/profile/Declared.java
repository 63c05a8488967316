package org.sockmodel.runtime.kernel.families.profile;

/** Something that a profile or a model declares, so that a decision can name the line it rests on. */
public interface Declared {

  /** The declaration in short, such as {@code protosw SOCK_STREAM IPPROTO_TCP}. */
  String declaration();

  /** File and line as {@code file:line}; empty if it is in no file. */
  String location();
}

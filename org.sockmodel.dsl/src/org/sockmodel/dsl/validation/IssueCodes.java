package org.sockmodel.dsl.validation;

/** The codes of all findings; what a quick fix goes by. */
public final class IssueCodes {

  /** The text does not parse. */
  public static final String SYNTAX = "syntax";
  /** A number or unit that is none. */
  public static final String BAD_QUANTITY = "bad-quantity";
  /** A number that needs a unit has none; the data are the units to choose from. */
  public static final String MISSING_UNIT = "missing-unit";
  /** A quantity of the wrong kind, such as a size where a time is wanted; the data are the units to choose from. */
  public static final String WRONG_UNIT = "wrong-unit";
  /** A number outside its range; the data is the nearest one within it. */
  public static final String OUT_OF_RANGE = "out-of-range";
  /** A name that refers to nothing; the data, if there are any, is what was probably meant. */
  public static final String UNKNOWN_NAME = "unknown-name";
  /** A name that is declared twice. */
  public static final String DUPLICATE_NAME = "duplicate-name";
  /** A name with a character that no name may have. */
  public static final String BAD_NAME = "bad-name";
  /** Something is said twice that may be said once. */
  public static final String SAID_TWICE = "said-twice";
  /** Something is not said that must be. */
  public static final String MISSING = "missing";
  /** An import that leads nowhere. */
  public static final String UNKNOWN_IMPORT = "unknown-import";
  /** A file of times that does not exist. */
  public static final String UNKNOWN_FILE = "unknown-file";
  /** A setting that does not exist at its place. */
  public static final String UNKNOWN_SETTING = "unknown-setting";
  /** A kernel that no profile describes. */
  public static final String UNKNOWN_KERNEL = "unknown-kernel";
  /** A cost that no kernel profile has. */
  public static final String UNKNOWN_COST = "unknown-cost";
  /** A driver that no model describes. */
  public static final String UNKNOWN_DRIVER = "unknown-driver";
  /** The name of a kernel constant that does not exist. */
  public static final String UNKNOWN_SYMBOL = "unknown-symbol";
  /** Two families of one number. */
  public static final String DUPLICATE_FAMILY_NUMBER = "duplicate-family-number";
  /** Two protosw entries of one type and protocol. */
  public static final String DUPLICATE_PROTOSW = "duplicate-protosw";
  /**
   * A protosw entry that no call of socket() finds; the data is the place, among its family's entries, of the one that
   * is found instead.
   */
  public static final String UNREACHABLE_PROTOSW = "unreachable-protosw";
  /** Something that the machine's kernel does not have; the data are the kernels that do. */
  public static final String NOT_IN_KERNEL = "not-in-kernel";
  /** A CPU that the machine does not have. */
  public static final String NO_SUCH_CPU = "no-such-cpu";
  /** A queue that has no interrupt. */
  public static final String QUEUE_WITHOUT_IRQ = "queue-without-irq";
  /** A queue that the NIC does not have. */
  public static final String NO_SUCH_QUEUE = "no-such-queue";
  /** An interrupt number that two queues of a machine use. */
  public static final String DUPLICATE_IRQ = "duplicate-irq";
  /** A setting that changes nothing here. */
  public static final String NO_EFFECT = "no-effect";
  /** A socket that is used before it is created. */
  public static final String USED_BEFORE_CREATED = "used-before-created";
  /** A name that stands for the wrong thing: an epoll instance where a socket is wanted, or the reverse. */
  public static final String WRONG_KIND = "wrong-kind";
  /** A loop without end that takes no time. */
  public static final String ENDLESS_LOOP = "endless-loop";
  /** Traffic to a port that no socket has. */
  public static final String PORT_WITHOUT_SOCKET = "port-without-socket";
  /** Traffic to a socket that nobody reads. */
  public static final String SOCKET_NOT_READ = "socket-not-read";
  /** Traffic whose protocol is not that of its socket. */
  public static final String WRONG_PROTOCOL = "wrong-protocol";
  /** Something that belongs to another machine. */
  public static final String OTHER_MACHINE = "other-machine";
  /** A veth pair whose ends are in one network namespace. */
  public static final String SAME_NETWORK = "same-network";
  /** Flow steering that lacks its other half. */
  public static final String STEERS_NOTHING = "steers-nothing";
  /** A distribution that does not exist or has the wrong number of parameters. */
  public static final String BAD_DISTRIBUTION = "bad-distribution";
  /** A metric that no report has. */
  public static final String UNKNOWN_METRIC = "unknown-metric";

  /** Two quantities that an operator cannot combine. */
  public static final String BAD_OPERATION = "bad-operation";
  /** A path of a sweep that names nothing; the data, if there are any, is what was probably meant. */
  public static final String UNKNOWN_PARAMETER = "unknown-parameter";
  /** A value that is defined by itself. */
  public static final String CYCLIC_LET = "cyclic-let";

  /** More than a class file holds. */
  public static final String TOO_LARGE = "too-large";

  private IssueCodes() {
  }
}
